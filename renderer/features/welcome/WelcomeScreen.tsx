import { BookOpen, FileDown, FilePlus2, HardDrive } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Kbds, Logo } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { NewProject } from './NewProject.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import { useWelcome } from './useWelcome.ts';
import './welcome.css';

const steps = [
  ['Familiarise', 'Read everything, note what strikes you'],
  ['Code', 'Name what is going on in each passage'],
  ['Build themes', 'Gather codes that share a meaning'],
  ['Review', 'Test themes against the answers'],
  ['Define', 'Say what each theme is, and is not'],
  ['Report', 'Tables, maps and codebook for Word'],
] as const;

/** The first screen: start a project, look at the sample study, or go on where one was. */
export function WelcomeScreen() {
  const welcome = useWelcome();
  const { desktop } = welcome;
  const [naming, setNaming] = useState<'import' | 'empty' | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const find = () => (desktop ? void welcome.choose() : chooser.current?.click());
  useKeys({
    'Ctrl+n': () => setNaming('import'),
    'Ctrl+e': () => void welcome.openSample(),
    'Ctrl+o': find,
    // With nothing in focus, Enter goes on where one was last.
    Enter: ({ target }) => {
      const last = welcome.recent?.[0];
      return target === document.body && last && !last.missing ? void welcome.open(last) : false;
    },
  });

  return (
    <div className="w-app" aria-busy={welcome.busy}>
      <header className="titlebar" />
      <section className="w-left" aria-label="Begin">
        <h1 className="brand">
          <Logo size={34} />
          Themework
        </h1>
        <p>A quiet place to read survey answers closely, code them, and build themes you can defend.</p>
        <div className="acts">
          {/* A browser keeps Ctrl N for itself, so the key is shown in the desktop program only. */}
          {naming === 'import' ? (
            <NewProject purpose="import" {...form()} />
          ) : (
            <Act icon={<FileDown size={18} />} name="Import responses" keys={desktop ? ['Ctrl', 'N'] : undefined} onPress={() => setNaming('import')}>
              A CSV or Excel file of answers. Exports of survey tools are understood as they are.
            </Act>
          )}
          <Act icon={<BookOpen size={18} />} name="Open sample study" keys={['Ctrl', 'E']} onPress={() => void welcome.openSample()}>
            Invented answers, every phase filled in. Change anything: each opening is a fresh copy.
          </Act>
          {naming === 'empty' ? (
            <NewProject purpose="empty" {...form()} />
          ) : (
            <Act icon={<FilePlus2 size={18} />} name="New empty project" onPress={() => setNaming('empty')}>
              Name it now, bring in the answers later.
            </Act>
          )}
        </div>
        <div className="private">
          <HardDrive size={16} aria-hidden />
          <span>
            Everything stays on this computer.
            <br />
            Themework never uses the internet.
          </span>
        </div>
      </section>
      <main className="w-right">
        <h2>
          Recent projects
          <span className="push" />
          <button type="button" className="link small" onClick={find}>
            Find a project file
          </button>
        </h2>
        <input
          ref={chooser}
          type="file"
          accept=".themework"
          className="vh"
          tabIndex={-1}
          aria-label="Project file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void welcome.adopt(file);
          }}
        />
        <RecentProjects projects={welcome.recent} onOpen={(project) => void welcome.open(project)} />
        <section className="how" aria-labelledby="how">
          <h2 id="how">Six phases, in any order you need</h2>
          <p>Thematic analysis moves back and forth. Every phase stays open, and going back never undoes later work.</p>
          <ol className="steps">
            {steps.map(([name, about], index) => (
              <li key={name}>
                <i aria-hidden>{index + 1}</i>
                <b>{name}</b>
                <span>{about}</span>
              </li>
            ))}
          </ol>
        </section>
      </main>
    </div>
  );

  function form() {
    return { onCreate: welcome.create, onCancel: () => setNaming(null) };
  }
}

function Act({
  icon,
  name,
  keys,
  onPress,
  children,
}: {
  icon: ReactNode;
  name: string;
  keys?: readonly string[] | undefined;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className="act" onClick={onPress}>
      {icon}
      <b>{name}</b>
      {keys ? <Kbds keys={keys} /> : <span />}
      <span className="d">{children}</span>
    </button>
  );
}
