import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';

interface Remark { text: string; link: string; screen: 'code' | 'themes' }

const are = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** What is still open and would show in the export; nothing where all is well. */
export function BeforeExport() {
  const overview = useQuery('project.overview', {}).data;
  const go = usePlace((place) => place.go);
  if (!overview) return null;
  const remarks: Remark[] = [];
  const unplaced = overview.codes - overview.codesPlaced;
  const undefinedThemes = overview.themes - overview.themesDefined;
  if (overview.codes === 0) remarks.push({ text: 'Nothing has been coded yet, so most of this is empty.', link: 'Open Code', screen: 'code' });
  else if (overview.themes === 0) remarks.push({ text: 'There are no themes yet. The table of themes is empty until there are.', link: 'Open Build themes', screen: 'themes' });
  if (overview.themes > 0 && unplaced > 0) remarks.push({ text: `${are(unplaced, 'code stands', 'codes stand')} under no theme. The table of themes leaves ${unplaced === 1 ? 'it' : 'them'} out.`, link: 'Open Build themes', screen: 'themes' });
  if (undefinedThemes > 0) remarks.push({ text: `${undefinedThemes} of ${are(overview.themes, 'theme has', 'themes have')} no central concept yet. The codebook leaves its place empty.`, link: 'Open Build themes', screen: 'themes' });
  if (remarks.length === 0) return null;
  return (
    <section className="rp-before" aria-label="Before you export">
      <h3 className="sect-h">Before you export</h3>
      {remarks.map((remark) => (
        <p key={remark.text} className="small soft">
          {remark.text}
          <button type="button" className="link" onClick={() => go({ screen: remark.screen })}>{remark.link}</button>
        </p>
      ))}
    </section>
  );
}
