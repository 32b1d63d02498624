import { lazy, Suspense, useEffect } from 'react';
import { Shell } from './features/shell/Shell.tsx';
import { getHost } from './host/index.ts';
import { usePlace } from './state/place.ts';
import { enter, leave } from './state/places.ts';
import { projectKey, refreshProject, useProject } from './state/project.ts';
import { applySettings } from './state/settings.ts';
import { Button, Empty, Logo } from './ui/index.ts';
import { Toasts } from './ui/Toasts.tsx';

const WelcomeScreen = lazy(() => import('./features/welcome/WelcomeScreen.tsx').then((module) => ({ default: module.WelcomeScreen })));
const screens = {
  import: lazy(() => import('./features/import/ImportScreen.tsx').then((module) => ({ default: module.ImportScreen }))),
  familiarise: lazy(() => import('./features/familiarise/FamiliariseScreen.tsx').then((module) => ({ default: module.FamiliariseScreen }))),
  code: lazy(() => import('./features/code/CodeScreen.tsx').then((module) => ({ default: module.CodeScreen }))),
  themes: lazy(() => import('./features/themes/ThemesScreen.tsx').then((module) => ({ default: module.ThemesScreen }))),
  map: lazy(() => import('./features/map/MapScreen.tsx').then((module) => ({ default: module.MapScreen }))),
  diary: lazy(() => import('./features/diary/DiaryScreen.tsx').then((module) => ({ default: module.DiaryScreen }))),
  report: lazy(() => import('./features/report/ReportScreen.tsx').then((module) => ({ default: module.ReportScreen }))),
};

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
    if (key !== null) void enter(key);
    else leave();
  }, [key]);

  const Screen = screen === 'welcome' || entered !== key ? null : screens[screen];
  return (
    <>
      {error && !status ? (
        <Unreachable message={error.message} />
      ) : !status ? null : !project ? (
        <Suspense fallback={null}>
          <WelcomeScreen />
        </Suspense>
      ) : (
        <Shell key={key}>
          <Suspense fallback={null}>{Screen && <Screen />}</Suspense>
        </Shell>
      )}
      <Toasts />
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
