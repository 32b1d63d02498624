import { memo, useId, useState } from 'react';
import type { Block, Cell, Doc, Run, TableBlock } from '../../../shared/report/model.ts';
import { Button } from '../../ui/index.ts';
import { Picture } from './Picture.tsx';

/** So many blocks are drawn at first: about twenty pages. */
const FIRST = 400;

/** A document as it will look on paper, in one piece: white in the dark as well, since paper is. */
export function Paper({ doc }: { doc: Doc }) {
  const [all, setAll] = useState(false);
  const shown = all ? doc.blocks : doc.blocks.slice(0, FIRST);
  const rest = doc.blocks.length - shown.length;
  return (
    <article className={`rp-paper ${doc.orientation === 'sideways' ? 'is-sideways' : ''}`} aria-label={`Preview of “${doc.title}”`}>
      <div className="rp-head"><span>{doc.runningHead}</span></div>
      <Blocks blocks={shown} />
      {rest > 0 && (
        <div className="rp-more">
          <p>The document goes on: {rest.toLocaleString('en-GB')} more lines and headings.</p>
          <Button onClick={() => setAll(true)}>Show all</Button>
        </div>
      )}
    </article>
  );
}

type Bullet = Extract<Block, { type: 'bullet' }>;

/** Neighbouring bullets are one list. */
const Blocks = memo(function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const groups: (Exclude<Block, Bullet> | Bullet[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type !== 'bullet') groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups.map((group, index) => (Array.isArray(group)
    ? <ul key={index}>{group.map((bullet, at) => <li key={at}><Runs runs={bullet.runs} /></li>)}</ul>
    : <One key={index} block={group} />));
});

function One({ block }: { block: Exclude<Block, Bullet> }) {
  if (block.type === 'heading') {
    // The window has headings of its own above these.
    const Tag = `h${Math.min(6, block.level + 2)}` as 'h3';
    return <Tag className={`rp-h${Math.min(6, block.level)}`} {...(block.level <= 3 ? { 'data-section': '' } : {})}><Runs runs={block.runs} /></Tag>;
  }
  if (block.type === 'paragraph') return <p className={`rp-${block.style ?? 'body'}`}><Runs runs={block.runs} /></p>;
  if (block.type === 'table') return <Table table={block} />;
  return (
    <figure>
      <p className="rp-label">{block.number}</p>
      <p className="rp-title">{block.title}</p>
      <Picture svg={block.svg} title={block.title} />
      {block.note && <Note text={block.note} />}
    </figure>
  );
}

function Table({ table }: { table: TableBlock }) {
  const id = useId();
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  return (
    <div className="rp-table" data-section="">
      <p className="rp-label" id={`${id}-number`}>{table.number}</p>
      <p className="rp-title" id={`${id}-title`}>{table.title}</p>
      <table aria-labelledby={`${id}-number ${id}-title`}>
        <colgroup>{table.widths.map((width, index) => <col key={String(index)} style={{ width: `${(100 * width) / whole}%` }} />)}</colgroup>
        <thead><tr>{table.header.map((cell, index) => <th key={String(index)} scope="col" className={cell.align}><Runs runs={cell.runs} /></th>)}</tr></thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} className={row.kind}>{row.cells.map((cell, at) => <TableCell key={String(at)} cell={cell} />)}</tr>
          ))}
        </tbody>
      </table>
      {table.note && <Note text={table.note} />}
    </div>
  );
}

const TableCell = ({ cell }: { cell: Cell }) => (
  <td colSpan={cell.span} className={[cell.align ?? '', cell.bold ? 'strong' : ''].join(' ').trim() || undefined} style={cell.indent ? { paddingLeft: cell.indent * 10 } : undefined}>
    <Runs runs={cell.runs} />
  </td>
);

const Note = ({ text }: { text: string }) => <p className="rp-tnote"><i>Note.</i> {text}</p>;

const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs.map((run, index) => {
    const look = [run.bold ? 'strong' : '', run.italic ? 'em' : '', run.muted ? 'soft' : '', run.underline ? 'under' : ''].filter(Boolean).join(' ');
    return look ? <span key={index} className={look}>{run.text}</span> : run.text;
  });
