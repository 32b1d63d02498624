export interface EffectRow { name: string; before: string; after: number | string }

/** What changes, before and after, always in sight beside the button. */
export function Effect({ rows }: { rows: readonly EffectRow[] }) {
  return (
    <div className="eff">
      <table>
        <thead><tr><th scope="col">What changes</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.name}><th scope="row">{row.name}</th><td>{row.before}</td><td>{row.after}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
