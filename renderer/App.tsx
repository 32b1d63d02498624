import { useEffect } from 'react';
import { Shell } from './features/shell/Shell.tsx';
import { getHost } from './host/index.ts';
import { late } from './late.tsx';
import { type Screen as Place, usePlace } from './state/place.ts';
import { enter, leave } from './state/places.ts';
import { projectKey, refreshProject, useProject } from './state/project.ts';
import { applySettings } from './state/settings.ts';
import { Button, Empty, Logo } from './ui/index.ts';
import { Toasts } from './ui/Toasts.tsx';

const WelcomeScreen = late(() => import('./features/welcome/WelcomeScreen.tsx').then((module) => ({ default: module.WelcomeScreen })));
const screens = {
  import: late(() => import('./features/import/ImportScreen.tsx').then((module) => ({ default: module.ImportScreen }))),
  familiarise: late(() => import('./features/familiarise/FamiliariseScreen.tsx').then((module) => ({ default: module.FamiliariseScreen }))),
  code: late(() => import('./features/code/CodeScreen.tsx').then((module) => ({ default: module.CodeScreen }))),
  themes: late(() => import('./features/themes/ThemesScreen.tsx').then((module) => ({ default: module.ThemesScreen }))),
  map: late(() => import('./features/map/MapScreen.tsx').then((module) => ({ default: module.MapScreen }))),
  data: late(() => import('./features/data/DataScreen.tsx').then((module) => ({ default: module.DataScreen }))),
  'coding-import': late(() => import('./features/coding-import/CodingImportScreen.tsx').then((module) => ({ default: module.CodingImportScreen }))),
  diary: late(() => import('./features/diary/DiaryScreen.tsx').then((module) => ({ default: module.DiaryScreen }))),
  search: late(() => import('./features/search/SearchScreen.tsx').then((module) => ({ default: module.SearchScreen }))),
  report: late(() => import('./features/report/ReportScreen.tsx').then((module) => ({ default: module.ReportScreen }))),
};

// Where most days begin; it is here by the time the project is.
screens.code.preload();

/** Screens with a row of decisions at their end. */
const endsInDecisions: ReadonlySet<Place> = new Set(['import', 'coding-import', 'data']);

/** The whole window: the welcome screen while no project is open, otherwise the shell with one screen in it. */
export function App() {
  const { status, error, entered } = useProject();
  const screen = usePlace((place) => place.screen);
  const project = status?.project ?? null;
  const key = project ? projectKey(project) : null;

  useEffect(applySettings, []);
  useEffect(() => {
    void refreshProject();
    return getHost().onChanged((change) => {
      if (change.tables === 'everything' || change.tables.includes('project')) void refreshProject();
    });
  }, []);
  useEffect(() => {
    document.title = project ? `${project.title} · Themework` : 'Themework';
  }, [project]);
  // A project that was just opened, by this window or another, is entered where one was last.
  useEffect(() => {
    if (key === null) return leave();
    void enter(key);
    // What is typed right after its key is meant for its field, so it has to be here by then.
    globalThis.requestIdleCallback?.(screens.search.preload, { timeout: 2_000 });
  }, [key]);

  const Screen = screen === 'welcome' || entered !== key ? null : screens[screen];
  return (
    <>
      {error && !status ? (
        <Unreachable message={error.message} />
      ) : !status ? null : !project ? (
        <WelcomeScreen />
      ) : (
        <Shell key={key}>
          {Screen && <Screen />}
        </Shell>
      )}
      <Toasts raised={endsInDecisions.has(screen)} />
    </>
  );
}

function Unreachable({ message }: { message: string }) {
  return (
    <main className="unreachable">
      <Empty
        title="Themework does not answer"
        picture={<Logo size={30} />}
        action={
          <Button variant="primary" onClick={() => void refreshProject()}>
            Try again
          </Button>
        }
      >
        {message}
      </Empty>
    </main>
  );
}
