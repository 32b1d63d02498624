import type { DevelopmentModel } from '../../../shared/domain/development-model.ts';

/** The figure without a drawing: where each code stood at each milestone. */
export function DevelopmentList({ model, measure }: { model: DevelopmentModel; measure: 'extracts' | 'people' }) {
  const later = model.columns.map((column, index) => ({ column, index })).slice(1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="dv-list" tabIndex={0} role="region" aria-label="How themes developed, as a list">
      <table className="table">
        <caption className="vh">Codes and where they stood at each milestone</caption>
        <thead><tr><th scope="col">Code</th><th scope="col" className="num">{measure === 'extracts' ? 'Extracts' : 'People'}</th>{later.map(({ column, index }) => <th scope="col" key={index}>{column.milestone ?? 'Now'}</th>)}</tr></thead>
        <tbody>
          {model.bands.map((band) => {
            const last = band.places.findLast((place) => place !== null);
            return (
              <tr key={band.codeId}>
                <th scope="row">{band.name}</th>
                <td className="num">{last ? (measure === 'extracts' ? last.extracts : last.participants) : 0}</td>
                {later.map(({ column, index }) => {
                  const place = band.places[index];
                  return <td key={index}>{place ? `${column.buckets.find((bucket) => bucket.key === place.bucket)?.name ?? ''}${place.merged ? `, as “${place.codeName}”` : ''}` : ''}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
