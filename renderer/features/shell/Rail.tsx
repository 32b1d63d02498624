import { Keyboard, Moon, NotebookPen, Settings2, Sun, Table2 } from 'lucide-react';
import { useQuery } from '../../data/useQuery.ts';
import { useOverlays } from '../../state/overlays.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { IconButton, Popover, Ring, Segmented, Switch, Tooltip } from '../../ui/index.ts';
import { phases } from './phases.ts';

/** The six phases with their rings, the data, the diary, and how this person likes the window. */
export function Rail({ line }: { line: string | null }) {
  const screen = usePlace((place) => place.screen);
  const { go } = usePlace.getState();
  const overview = useQuery('project.overview', {}).data;

  return (
    <nav className="rail" aria-label="Phases">
      <div className="spine">
        {phases.map((phase) => {
          const { number, name } = phase;
          const ring = <Ring number={number} value={overview ? phase.value(overview) : 0} />;
          const words = overview ? phase.words(overview) : name;
          if (phase.elsewhere) {
            return (
              <Tooltip key={number} side="right" text={`${words}. ${phase.elsewhere}.`}>
                <span className="phase is-quiet" title="">
                  {ring}
                  <span>{name}</span>
                  <span className="vh">{`${phase.elsewhere}.`}</span>
                </span>
              </Tooltip>
            );
          }
          const active = phase.screen === screen;
          return (
            <Tooltip key={number} side="right" text={words} keys={['Ctrl', String(number)]}>
              <button
                type="button"
                className={`phase ${active ? 'is-active' : ''}`}
                aria-current={active ? 'page' : undefined}
                onClick={() => go({ screen: phase.screen })}
              >
                {ring}
                <span>{name}</span>{' '}
                {active && line ? (
                  <span className="where clip">{line}</span>
                ) : (
                  <span className="key" aria-hidden>
                    Ctrl {number}
                  </span>
                )}
              </button>
            </Tooltip>
          );
        })}
      </div>
      <div className="rail-group">
        <Tooltip side="right" text={overview ? `${overview.participants} ${overview.participants === 1 ? 'person' : 'people'}, ${overview.questions} ${overview.questions === 1 ? 'question' : 'questions'}` : 'Data'} keys={['Ctrl', 'Shift', 'D']}>
          <button
            type="button"
            className={`rail-link ${screen === 'data' ? 'is-active' : ''}`}
            aria-current={screen === 'data' ? 'page' : undefined}
            onClick={() => go({ screen: 'data' })}
          >
            <Table2 size={16} aria-hidden />
            <span>Data</span>
          </button>
        </Tooltip>
        <Tooltip side="right" text={overview ? `${overview.diaryEntries} ${overview.diaryEntries === 1 ? 'entry' : 'entries'}` : 'Diary'}>
          <button
            type="button"
            className={`rail-link ${screen === 'diary' ? 'is-active' : ''}`}
            aria-current={screen === 'diary' ? 'page' : undefined}
            onClick={() => go({ screen: 'diary' })}
          >
            <NotebookPen size={16} aria-hidden />
            <span>Diary</span>
          </button>
        </Tooltip>
      </div>
      <RailFoot />
    </nav>
  );
}

function RailFoot() {
  const { theme, textSize, density, hintBar, set } = useSettings();
  const show = useOverlays((state) => state.show);
  const dark = theme === 'dark' || (theme === 'system' && document.documentElement.dataset.theme === 'dark');
  return (
    <div className="rail-foot">
      <Popover
        label="Settings"
        side="right"
        align="end"
        className="settings"
        trigger={
          <button type="button" className="iconbtn" aria-label="Settings" title="Settings">
            <Settings2 size={16} aria-hidden />
          </button>
        }
      >
        <div className="settings-row">
          <span className="label">Colours</span>
          <Segmented
            label="Colours"
            value={theme}
            onChange={(value) => set({ theme: value })}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
              { value: 'system', label: 'As the computer' },
            ]}
          />
        </div>
        <div className="settings-row">
          <span className="label">
            Text size<span className="push num muted">{textSize}%</span>
          </span>
          <div className="hstack">
            <button type="button" className="btn sm" onClick={() => set({ textSize: textSize - 10 })}>
              Smaller
            </button>
            <button type="button" className="btn sm" onClick={() => set({ textSize: textSize + 10 })}>
              Larger
            </button>
            {textSize !== 100 && (
              <button type="button" className="btn sm quiet" onClick={() => set({ textSize: 100 })}>
                Usual size
              </button>
            )}
          </div>
        </div>
        <div className="settings-row">
          <span className="label">Lines</span>
          <Segmented
            label="Lines"
            value={density}
            onChange={(value) => set({ density: value })}
            options={[
              { value: 'roomy', label: 'Roomy' },
              { value: 'close', label: 'Close' },
            ]}
          />
        </div>
        <Switch label="Show keys at the bottom" checked={hintBar} onChange={(value) => set({ hintBar: value })} />
      </Popover>
      <IconButton
        label={dark ? 'Light colours' : 'Dark colours'}
        side="top"
        icon={dark ? <Sun size={16} /> : <Moon size={16} />}
        onClick={() => set({ theme: dark ? 'light' : 'dark' })}
      />
      <IconButton className="push" label="Keyboard" keys={['?']} side="top" icon={<Keyboard size={16} />} onClick={() => show('keys')} />
    </div>
  );
}
