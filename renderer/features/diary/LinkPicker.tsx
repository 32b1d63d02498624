import { Command } from 'cmdk';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton, Popover } from '../../ui/index.ts';
import { Hit } from '../palette/Marked.tsx';
import { useFindings } from '../palette/useFindings.ts';
import { LinkMark } from './LinkChip.tsx';
import type { NamedLink } from './links.ts';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (named: NamedLink) => void;
}

/** Finds what an entry is about: words in an answer, a code, a theme, a question. */
export function LinkPicker({ open, onOpenChange, onPick }: Props) {
  return (
    <Popover
      label="Link to"
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      className="link-picker"
      trigger={<IconButton size="sm" label="Link an extract, a code or a theme" keys={['Alt', 'L']} icon={<Link2 size={15} />} />}
    >
      <Finder
        onPick={(named) => {
          onPick(named);
          onOpenChange(false);
        }}
      />
    </Popover>
  );
}

function Finder({ onPick }: { onPick: (named: NamedLink) => void }) {
  const [text, setText] = useState('');
  const found = useFindings(text.trim());
  return (
    <Command shouldFilter={false} label="Link to">
      <Command.Input className="input" value={text} onValueChange={setText} placeholder="Words of an answer, or a name" />
      <Command.List className="link-picker-list">
        {text.trim() !== '' && <Command.Empty className="muted small link-picker-none">Nothing by that name, and no answer with these words.</Command.Empty>}
        {found.answers.map((hit) => (
          <Command.Item
            key={`a${hit.itemId}`}
            value={`a${hit.itemId}`}
            className="menu-item"
            onSelect={() => {
              const [place] = hit.places;
              if (place) onPick({ link: { kind: 'extract', id: hit.itemId, start: place.start, end: place.end }, name: hit.pieces.find((piece) => piece.hit)?.text ?? hit.shown, ink: null });
            }}
          >
            <span className="sample clip">
              <Hit hit={hit} />
            </span>
            <span className="key">{hit.shown}</span>
          </Command.Item>
        ))}
        {found.codes.map((code) => (
          <Command.Item
            key={`c${code.id}`}
            value={`c${code.id}`}
            className="menu-item"
            onSelect={() => onPick({ link: { kind: 'code', id: code.id }, name: code.name, ink: code.ink })}
          >
            <LinkMark kind="code" ink={code.ink} />
            <span className="clip">{code.name}</span>
            <span className="key">Code</span>
          </Command.Item>
        ))}
        {found.themes.map((theme) => (
          <Command.Item
            key={`t${theme.id}`}
            value={`t${theme.id}`}
            className="menu-item"
            onSelect={() => onPick({ link: { kind: 'theme', id: theme.id }, name: theme.name, ink: null })}
          >
            <LinkMark kind="theme" ink={null} />
            <span className="clip">{theme.name}</span>
            <span className="key">{theme.kind === 'group' ? 'Group heading' : 'Theme'}</span>
          </Command.Item>
        ))}
        {found.questions.map((question) => (
          <Command.Item
            key={`q${question.id}`}
            value={`q${question.id}`}
            className="menu-item"
            onSelect={() => onPick({ link: { kind: 'question', id: question.id }, name: question.shortName, ink: null })}
          >
            <LinkMark kind="question" ink={null} />
            <span className="clip">{question.shortName}</span>
            <span className="key">Question {question.number}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
