import type { Inspection, PlanColumn } from '../../../shared/domain/plan.ts';

/** Columns shown of very wide files; the rest is a number. */
const most = { attribute: 3, question: 8 };

/** The first respondents as they will appear: attributes, then answers. */
export function Preview({ inspection, columns }: { inspection: Inspection; columns: readonly PlanColumn[] }) {
  const of = (role: 'attribute' | 'question') => columns.filter((column) => column.role === role);
  // How far people came says least about them.
  const attributes = of('attribute').toSorted((a, b) => Number(a.reason.startsWith('Tells')) - Number(b.reason.startsWith('Tells'))).slice(0, most.attribute);
  const questions = of('question').slice(0, most.question);
  const left = of('attribute').length + of('question').length - attributes.length - questions.length;
  return (
    <section className="pv" aria-labelledby="i-preview">
      <div className="cols-h">
        <h2 id="i-preview">First respondents</h2>
        <span className="small muted">as they will appear{left > 0 ? `, ${left} more ${left === 1 ? 'column' : 'columns'} not shown` : ''}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="pvt" tabIndex={0} role="region" aria-label="Preview">
        <table className="table">
          <thead>
            <tr>
              <th className="p-id">Id</th>
              {attributes.map((column) => (
                <th key={column.index} className="p-fact">
                  <div className="clip" title={column.shortName}>
                    {column.shortName}
                  </div>
                </th>
              ))}
              {questions.map((column) => (
                <th key={column.index} className="p-text">
                  <div className="clip" title={column.shortName}>
                    {column.shortName}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inspection.preview.slice(0, 3).map(({ participant, cells }, index) => (
              <tr key={index}>
                <td className="pid">
                  <div className="clip" title={participant}>{participant}</div>
                </td>
                {attributes.map((column) => (
                  <td key={column.index} className="soft">
                    <bdi className="clip">{cells[column.index]}</bdi>
                  </td>
                ))}
                {questions.map((column) => (
                  <td key={column.index}>
                    {cells[column.index]?.trim() ? (
                      <span className="sample clamp2" dir="auto">
                        {cells[column.index]}
                      </span>
                    ) : (
                      <span className="muted small">No answer</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
