import type { KeyboardEvent } from 'react';
import { bucketWidth, codeBarWidth, type DevelopmentDrawing, type DrawnBand, type DrawnBucket } from '../../../shared/charts/development-layout.ts';
import { describeDevelopment } from '../../../shared/charts/development-figure.ts';
import { textWidth } from '../../../shared/charts/text-width.ts';
import type { DevelopmentModel } from '../../../shared/domain/development-model.ts';

interface Props {
  model: DevelopmentModel; drawing: DevelopmentDrawing;
  /** The code that is followed through the figure. */
  hot: number | null; pinned: number | null;
  onHover: (codeId: number | null) => void; onPin: (codeId: number | null) => void;
}

/** Codes on the left, themes to the right; one code at a time stands out. */
export function DevelopmentFigure({ model, drawing, hot, pinned, onHover, onPin }: Props) {
  const starts = drawing.bands.filter((band) => band.start);
  const tabStop = pinned !== null && starts.some((band) => band.codeId === pinned) ? pinned : (starts[0]?.codeId ?? null);
  const walk = (event: KeyboardEvent, codeId: number) => {
    const at = starts.findIndex((band) => band.codeId === codeId);
    const next = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? starts.length - 1 : null;
    if (event.key === 'Enter' || event.key === ' ') onPin(pinned === codeId ? null : codeId);
    else if (next === null) return;
    else (event.currentTarget.parentElement?.querySelector(`[data-code-id="${starts[Math.min(Math.max(next, 0), starts.length - 1)]?.codeId}"]`) as SVGElement | null)?.focus();
    event.preventDefault();
  };
  return (
    <svg className="dv-svg" width={drawing.width} height={drawing.height} role="group" aria-label={describeDevelopment(model)}>
      <defs>
        <pattern id="dv-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--line)" /><path d="M0 0v5" stroke="var(--line-control)" strokeWidth="1" /></pattern>
      </defs>
      {drawing.headings.map((heading) => {
        const title = textWidth(heading.title, heading.size, 600);
        const start = heading.anchor === 'end' ? heading.x - title - textWidth(heading.detail, 12) - 7 : heading.x;
        return <text key={heading.x} className="head" x={start} y={14}>{heading.title}<tspan className="more" dx={8}>{heading.detail}</tspan></text>;
      })}
      <g>{drawing.bands.map((band) => band.codeId !== hot && <Band key={band.codeId} band={band} hot={false} onHover={onHover} onPin={onPin} />)}</g>
      {drawing.bands.map((band) => band.codeId === hot && <Band key={band.codeId} band={band} hot onHover={onHover} onPin={onPin} />)}
      <g>
        {starts.map((band) => band.start && (
          <g
            key={band.codeId} role="button" aria-pressed={pinned === band.codeId} data-code-id={band.codeId} tabIndex={band.codeId === tabStop ? 0 : -1} aria-label={band.name} className={`code is-${band.fate} ${hot === band.codeId ? 'is-hot' : ''}`} {...inkOf(band.ink)}
            onFocus={() => onHover(band.codeId)} onBlur={() => onHover(null)} onKeyDown={(event) => walk(event, band.codeId)} onPointerEnter={() => onHover(band.codeId)} onPointerLeave={() => onHover(null)} onClick={() => onPin(pinned === band.codeId ? null : band.codeId)}
          >
            <rect className="reach" x={0} y={band.start.labelY - 10} width={drawing.codeX} height={12} />
            <rect className="stroke" x={drawing.codeX - codeBarWidth} y={band.start.y} width={codeBarWidth} height={band.start.height} />
            <text x={drawing.codeX - 12} y={band.start.labelY}>{band.start.label}</text>
          </g>
        ))}
      </g>
      {drawing.buckets.map((bucket) => <Bucket key={`${bucket.column} ${bucket.key}`} bucket={bucket} />)}
    </svg>
  );
}

const inkOf = (ink: number | null) => (ink === null ? {} : { 'data-ink': ink });

function Band({ band, hot, onHover, onPin }: { band: DrawnBand; hot: boolean; onHover: Props['onHover']; onPin: Props['onPin'] }) {
  return (
    <g className={`band is-${band.fate} ${hot ? 'is-hot' : ''}`} {...inkOf(band.ink)} onPointerEnter={() => onHover(band.codeId)} onPointerLeave={() => onHover(null)} onClick={() => onPin(band.codeId)}>
      {band.joins.map((join) => <path key={join.from} d={join.path} />)}
    </g>
  );
}

function Bucket({ bucket }: { bucket: DrawnBucket }) {
  const theme = bucket.key.startsWith('theme ');
  const size = bucket.last && theme ? 15 : 13;
  const x = bucket.x + bucketWidth + (bucket.last ? 11 : 9);
  const middle = bucket.y + bucket.height / 2;
  const y = bucket.lines.beside ? middle + 4 : middle - 4;
  const after = bucket.lines.beside ? { x: x + textWidth(bucket.lines.name, size, 600) + 7, y } : { x, y: y + (bucket.last ? 17 : 16) };
  return (
    <g className={`bucket is-${bucket.kind} ${bucket.last ? 'is-last' : ''} ${theme ? 'is-theme' : ''}`} {...inkOf(bucket.ink)}>
      <title>{`${bucket.name}: ${bucket.lines.detail}`}</title>
      <rect x={bucket.x} y={bucket.y} width={bucketWidth} height={bucket.height} rx={1.5} />
      <text className="name" x={x} y={y} fontSize={size}>{bucket.lines.name}</text>
      <text className="more" {...after}>{bucket.lines.detail}</text>
    </g>
  );
}
