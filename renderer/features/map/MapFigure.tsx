import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { left, top } from '../../../shared/charts/geometry.ts';
import { codeIndent, codeLine, codeSize, countSize, lookOf } from '../../../shared/charts/map-boxes.ts';
import type { DrawnNode, MapDrawing } from '../../../shared/charts/map-drawing.ts';
import { type DrawnRelation, labelSize } from '../../../shared/charts/relation-curves.ts';
import { nodeLabel } from './words.ts';

/** What can be done to the drawn nodes; absent in a kept version, which is only looked at. */
export interface NodeHandlers {
  onNodePointer: (event: PointerEvent, themeId: number) => void;
  onHandlePointer: (event: PointerEvent, themeId: number) => void;
  onNodeKey: (event: KeyboardEvent, themeId: number) => void;
  onNodeFocus: (themeId: number) => void;
  onNodeBlur: () => void;
  onRelation: (relationId: number) => void;
}

interface Props { drawing: MapDrawing; selected: number | null; target: number | null; hot: number | null; handlers: NodeHandlers | null; /** Drawn beneath the nodes: a relation on its way. */ beneath: ReactNode }

/** The map drawn with the page's colours, from the same geometry as the export. */
export function MapFigure({ drawing, selected, target, hot, handlers, beneath }: Props) {
  return (
    <>
      <g className="tm-lines">
        {drawing.branches.map((branch) => <path key={branch.child} className={branch.light ? 'is-light' : ''} d={branch.path} />)}
        {drawing.nodes.map((node) => node.codes && <path key={node.node.themeId} className="is-light" d={node.codes.link} />)}
      </g>
      {drawing.relations.map((relation) => (
        <Relation key={relation.relation.id} drawn={relation} hot={hot === relation.relation.id || (selected !== null && hot === null && relation.relation.from === selected)} onPress={handlers?.onRelation} />
      ))}
      {beneath}
      {drawing.nodes.map((node) => node.codes && <Codes key={node.node.themeId} codes={node.codes} />)}
      {drawing.nodes.map((node) => <Node key={node.node.themeId} drawn={node} selected={selected === node.node.themeId} target={target === node.node.themeId} handlers={handlers} />)}
    </>
  );
}

function Relation({ drawn: { relation, path, heads, label }, hot, onPress }: { drawn: DrawnRelation; hot: boolean; onPress: ((id: number) => void) | undefined }) {
  return (
    <g className={`tm-relation ${hot ? 'is-hot' : ''} ${onPress ? 'is-live' : ''}`} data-relation={relation.id} onClick={() => onPress?.(relation.id)}>
      <path className="reach" d={path} />
      <path d={path} />
      {heads.map((head) => <path key={head} d={head} />)}
      {label && (
        <>
          <rect x={left(label)} y={top(label)} width={label.width} height={label.height} rx={4} />
          {label.lines.map((line, index) => <text key={`${index} ${line}`} x={label.x} y={top(label) + 13 + index * 16} fontSize={labelSize}>{line}</text>)}
        </>
      )}
    </g>
  );
}

function Node({ drawn, selected, target, handlers }: { drawn: DrawnNode; selected: boolean; target: boolean; handlers: NodeHandlers | null }) {
  const { node } = drawn;
  const look = lookOf(node.kind);
  const id = node.themeId;
  const frame = { x: left(drawn), y: top(drawn), width: drawn.width, height: drawn.height };
  const live = handlers
    ? {
        role: 'button', tabIndex: 0, 'aria-pressed': selected, onPointerDown: (event: PointerEvent) => handlers.onNodePointer(event, id), onKeyDown: (event: KeyboardEvent) => handlers.onNodeKey(event, id),
        onFocus: () => handlers.onNodeFocus(id), onBlur: handlers.onNodeBlur,
      }
    : { role: 'img' };
  return (
    <g className={`tm-node is-${node.kind} ${selected ? 'is-selected' : ''} ${target ? 'is-target' : ''}`} data-theme-id={id} aria-label={nodeLabel(node)} {...live}>
      {selected && <rect className="glow" x={frame.x - 4} y={frame.y - 4} width={frame.width + 8} height={frame.height + 8} rx={look.radius + 4} />}
      <rect className="box" {...frame} rx={look.radius} />
      <g aria-hidden>
        {/* The spaces between are for assistive software that joins the texts. */}
        {drawn.lines.map((line, index) => (
          <Fragment key={`${index} ${line}`}><text className="name" x={drawn.x} y={frame.y + look.padTop + look.line * (index + 0.5) + look.size * 0.36} fontSize={look.size}>{line}</text>{' '}</Fragment>
        ))}
        {drawn.counts && <text className="counts" x={drawn.x} y={frame.y + drawn.height - look.padBottom - 4} fontSize={countSize}>{drawn.counts}</text>}
      </g>
      {selected && handlers && node.kind !== 'group' && [frame.y, frame.y + frame.height].map((y) => (
        <circle key={y} className="handle" cx={drawn.x} cy={y} r={4} onPointerDown={(event) => handlers.onHandlePointer(event, id)} />
      ))}
    </g>
  );
}

function Codes({ codes }: { codes: NonNullable<DrawnNode['codes']> }) {
  return (
    <g className="tm-codes">
      <rect x={left(codes)} y={top(codes)} width={codes.width} height={codes.height} />
      {codes.lines.map((line, index) => {
        const y = top(codes) + codeLine * (index + 0.5);
        return (
          <g key={`${index} ${line.text}`} data-ink={line.ink}>
            {line.first && <circle className={line.open ? 'is-open' : ''} cx={left(codes) + 6} cy={y} r={line.open ? 3.5 : 4.5} />}
            <text x={left(codes) + codeIndent} y={y + 4.3} fontSize={codeSize}>{line.text}</text>
          </g>
        );
      })}
    </g>
  );
}
