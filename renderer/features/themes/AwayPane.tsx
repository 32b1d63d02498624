import { RotateCcw } from 'lucide-react';
import { Button, Dot } from '../../ui/index.ts';
import { levelName, plural } from './board-model.ts';
import { useThemes } from './context.ts';
import { PaneFrame } from './PaneFrame.tsx';

/** What is out of the structure, with the reason, and how it comes back. */
export function AwayPane() {
  const { board, actions, counts } = useThemes();
  const aside = board.awayCodes.filter((code) => code.status === 'set-aside');
  const merged = board.awayCodes.filter((code) => code.status === 'merged');
  const themes = board.awayThemes;
  const nameOf = (id: number | null) => (id === null ? undefined : (board.codes.get(id)?.name ?? board.awayCodes.find((code) => code.id === id)?.name));
  const themeName = (id: number | null) => (id === null ? undefined : (board.themes.get(id)?.name ?? themes.find((theme) => theme.id === id)?.name));
  return (
    <PaneFrame label="Set aside and merged" title={<h2>Set aside and merged</h2>}>
      <div className="vstack tp">
        <p className="muted small">Out of the structure, never lost: each stays here with its reason.</p>
        {aside.length + merged.length + themes.length === 0 && <p className="muted">Nothing so far.</p>}
        {aside.length > 0 && (
          <section>
            <h3 className="label">Codes set aside</h3>
            <ul className="away">
              {aside.map((code) => (
                <li key={code.id}>
                  <div className="hstack"><Dot ink={code.ink} latent={code.kind === 'latent'} /><b>{code.name}</b>{counts && <span className="count">{code.extracts} / {code.participants}</span>}<span className="push" /><Button size="sm" icon={<RotateCcw size={13} aria-hidden />} onClick={() => void actions.restore(code.id)}>Bring back</Button></div>
                  {code.reason && <p className="soft small">{code.reason}</p>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {merged.length > 0 && (
          <section>
            <h3 className="label">Codes merged into others</h3>
            <ul className="away">
              {merged.map((code) => <li key={code.id}><div className="hstack"><Dot ink={code.ink} latent={code.kind === 'latent'} /><b>{code.name}</b></div><p className="small">Stands in “{nameOf(code.mergedInto) ?? 'another code'}” now.</p>{code.reason && <p className="soft small">{code.reason}</p>}</li>)}
            </ul>
          </section>
        )}
        {themes.length > 0 && (
          <section>
            <h3 className="label">{plural(themes.length, 'theme')} no longer in the tree</h3>
            <ul className="away">
              {themes.map((theme) => <li key={theme.id}><b>{theme.name}</b><p className="small">{theme.status === 'merged' ? `Merged into “${themeName(theme.mergedInto) ?? 'another theme'}”.` : `${levelName[theme.kind]}, dissolved.`}</p>{theme.reason && <p className="soft small">{theme.reason}</p>}</li>)}
            </ul>
          </section>
        )}
      </div>
    </PaneFrame>
  );
}
