/** UTF-16 code units that a short name may have. */
const longest = 40;

/** The wording, cut between words where it is long. */
function cut(wording: string): string {
  if (wording.length <= longest) return wording;
  const room = wording.slice(0, longest - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > longest / 2 ? room.slice(0, end) : room).toWellFormed().replace(/[\s,;:(–-]+$/, '')}…`;
}

const isCode = (name: string) => /^(?:q|qid|v|var|column|item|frage)?[\s_.-]*\d+(?:[\s_.#-]*\d+)*[a-z]?(?:[\s_.-]*(?:text|other))?$/i.test(name);
/** Names that survey tools make up (SoSci's A101_01, LimeSurvey's G01Q02): a wording says more. */
const isMadeUp = (name: string) => /^[A-Z]{1,2}\d{2,4}(?:[A-Z]{1,2}\d{1,4})?(?:_\d{1,3}[a-z]?)*$/.test(name);
/** A question that is known by its number. */
const isNumbered = (name: string) => /^q(?:uestion)?[\s_.-]*\d+[a-z]?$/i.test(name);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A name that reads well: a telling column name (`Q2_role` → Role), otherwise the beginning of the wording, otherwise `fallback`. */
export function shortNameFor(name: string, wording: string, fallback: string): string {
  // A code with groups in front (`household/story`) is known by its last part.
  const last = name === wording && /^[A-Za-z]\w*(?:[/:-][A-Za-z]\w*)+$/.test(name) && /[/:]|-.*_|_.*-/.test(name) ? name.replace(/^.*[/:-]/, '') : '';
  if (last) return capital(last.replace(/_+/g, ' ').trim());
  const telling = name
    .replace(/^q\d+[a-z]?[\s_.-]+/i, '')
    .replace(/_+/g, ' ')
    .trim();
  if (
    name !== wording &&
    telling.length > 1 &&
    telling.length <= 24 &&
    /^\p{L}[\p{L}\p{N} -]*$/u.test(telling) &&
    !isCode(name) &&
    !isMadeUp(name) &&
    !/^(?:text|other)$/i.test(telling)
  )
    return capital(telling);
  const label = wording && !isCode(wording) ? cut(wording) : '';
  return label || (isNumbered(name) ? capital(name) : fallback);
}

/** Makes a name different from those already taken (compared without case) and notes it as taken. */
export function distinctName(name: string, taken: Set<string>): string {
  let distinct = name;
  for (let n = 2; taken.has(distinct.toLowerCase()); n++) distinct = `${name} (${n})`;
  taken.add(distinct.toLowerCase());
  return distinct;
}
