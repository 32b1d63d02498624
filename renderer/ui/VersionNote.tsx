import type { AnswerVersion } from '../../shared/contract/survey.ts';

const day = (iso: string) => new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...(new Date(iso).getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }) });

/** Says quietly that an answer has several versions: the later file that changed it, or that a later one follows. */
export function VersionNote({ version, latest, since }: AnswerVersion) {
  if (version === 1 && latest) return null;
  const words = [since ? `changed ${day(since.at)}, ${since.fileName}` : '', latest ? '' : 'earlier version'].filter(Boolean).join(', ');
  return <span className="resp-version muted" title={`${words}. ${latest ? 'The earlier version stands above' : 'The later version stands below'}; this person counts once.`}>{words}</span>;
}
