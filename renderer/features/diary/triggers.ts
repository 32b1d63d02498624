import { CircleHelp, Compass, Eye, Heart, type LucideIcon, Pencil, Split } from 'lucide-react';
import type { Trigger } from '../../../shared/domain/types.ts';

/** What made the researcher write, in the order of the buttons and of the keys 1 to 6. */
export const triggers: readonly { trigger: Trigger; name: string; about: string; icon: LucideIcon }[] = [
  { trigger: 'moved', name: 'Moved me', about: 'A feeling that reading gave me', icon: Heart },
  { trigger: 'puzzled', name: 'Puzzled me', about: 'Something I do not understand yet', icon: CircleHelp },
  { trigger: 'decision', name: 'Decision', about: 'What I chose to do, and why', icon: Split },
  { trigger: 'assumption', name: 'Assumption', about: 'What I have been taking for granted', icon: Eye },
  { trigger: 'positionality', name: 'Positionality', about: 'Who I am in this study', icon: Compass },
  { trigger: 'other', name: 'Other', about: 'Anything else', icon: Pencil },
];

const byTrigger = new Map(triggers.map((each) => [each.trigger, each]));
const other = { trigger: 'other' as Trigger, name: 'Other', about: '', icon: Pencil };

export const triggerOf = (trigger: Trigger): (typeof triggers)[number] => byTrigger.get(trigger) ?? other;
