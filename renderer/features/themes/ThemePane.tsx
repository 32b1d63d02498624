import type { ThemeKind } from '../../../shared/domain/types.ts';
import { peopleWords } from '../../data/source-name.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button, Dot, Field, Select } from '../../ui/index.ts';
import { codesWithin, levelName, pathOf, plural, type ThemeNode } from './board-model.ts';
import { useThemes } from './context.ts';
import { PaneFrame } from './PaneFrame.tsx';
import { setUi } from './ui-state.ts';
import { useDraftText } from './useDraftText.ts';

/** A theme opened: what it claims, what it covers and what not, who contributed, what it is made of. */
export function ThemePane({ node }: { node: ThemeNode }) {
  const { analysis, board, counts } = useThemes();
  const { theme } = node;
  const update = useCommand('theme.update');
  const name = useDraftText(theme.name, (text) => { if (text !== '') void update({ id: theme.id, name: text }); });
  const concept = useDraftText(theme.concept, (text) => void update({ id: theme.id, concept: text }));
  const definition = useDraftText(theme.definition, (text) => void update({ id: theme.id, definition: text }));
  const excludes = useDraftText(theme.excludes, (text) => void update({ id: theme.id, excludes: text }));
  const above = pathOf(board, theme.id).slice(0, -1);
  const codes = codesWithin(node);
  const group = theme.kind === 'group';
  return (
    <PaneFrame label={`${levelName[node.level]} ${theme.name}`} title={<h2>{levelName[node.level]}</h2>}>
      <div className="vstack tp">
        {above.length > 0 && <p className="muted small">In {above.join(' › ')}</p>}
        <Field label="Name" {...name} maxLength={200} />
        <Select
          label="Level" size="sm" value={theme.kind} onChange={(kind) => void update({ id: theme.id, kind: kind as ThemeKind })}
          options={[{ value: 'theme', label: node.level === 'sub-theme' ? 'Sub-theme (a theme inside a theme)' : 'Theme' }, { value: 'overarching', label: 'Overarching theme (holds themes)' }, { value: 'group', label: 'Group heading (not a theme)' }]}
        />
        {counts && <p className="people">{analysis.answered === 0 ? peopleWords(0, 0) : <><b className="num">{theme.participants}</b> of {analysis.answered} people who answered contributed</>}<span className="muted"> · {plural(theme.extracts, 'extract')}{analysis.asked > analysis.answered && ` · ${analysis.asked} were asked`}</span></p>}
        {!group && (
          <>
            <Field label="Central concept" multiline rows={2} placeholder="One sentence: what holds these codes together?" {...concept} maxLength={2_000} />
            <Field label="What it covers" multiline rows={3} {...definition} />
            <Field label="What it is not" multiline rows={2} {...excludes} />
          </>
        )}
        <section>
          <h3 className="label">{plural(codes.length, 'code')}</h3>
          {codes.length === 0 && <p className="muted small">Nothing stands here yet. Drag codes here, or choose some and press V.</p>}
          <ul className="tp-codes">
            {codes.map((code) => (
              <li key={code.id}>
                <button type="button" className="row" onClick={() => setUi({ focus: { kind: 'code', id: code.id }, pane: { kind: 'extracts', codeId: code.id } })}>
                  <Dot ink={code.ink} latent={code.kind === 'latent'} /><span className="clip grow">{code.name}</span>{counts && <span className="count">{code.extracts} / {code.participants}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <div className="hstack tp-f">
          <Button size="sm" onClick={() => setUi({ merging: { kind: 'theme', ids: [theme.id] } })}>Merge…</Button>
          <Button size="sm" onClick={() => setUi({ focus: { kind: 'theme', id: theme.id }, ask: { kind: 'move', cargo: { kind: 'theme', id: theme.id } } })}>Move to…</Button>
          <Button size="sm" variant="danger" onClick={() => setUi({ focus: { kind: 'theme', id: theme.id }, ask: { kind: 'dissolve', themeId: theme.id } })}>Dissolve…</Button>
        </div>
      </div>
    </PaneFrame>
  );
}
