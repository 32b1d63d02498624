import { useMemo } from 'react';
import { left, top } from '../../../shared/charts/geometry.ts';
import { drawMap } from '../../../shared/charts/map-drawing.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';

/** A map so small that only its shape shows: boxes and lines without words. */
export function Thumbnail({ model }: { model: MapModel }) {
  const drawing = useMemo(() => drawMap(model, { counts: true, codes: 'none', relations: false }), [model]);
  const { bounds } = drawing;
  const margin = Math.max(bounds.width, bounds.height) * 0.05;
  const scale = Math.max((bounds.width + 2 * margin) / 104, (bounds.height + 2 * margin) / 62);
  const view = { width: 104 * scale, height: 62 * scale };
  return (
    <svg width="104" height="62" viewBox={`${bounds.x - view.width / 2} ${bounds.y - view.height / 2} ${view.width} ${view.height}`} aria-hidden>
      <g className="lines" strokeWidth={scale}>{drawing.branches.map((branch) => <path key={branch.child} d={branch.path} />)}</g>
      {drawing.nodes.map((node) => <rect key={node.node.themeId} className={`is-${node.node.kind}`} x={left(node)} y={top(node)} width={node.width} height={node.height} rx={3 * scale} strokeWidth={scale} />)}
    </svg>
  );
}
