import type { z } from 'zod';

const types: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list [ … ]', object: 'an object { … }', record: 'an object { … }', null: 'null',
};

/** A complaint about input in words of a person, for schemas that have none of their own; undefined leaves it to the schema's library. */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `“${key}”`).join(', ')} ${issue.keys.length === 1 ? 'is' : 'are'} not known here.`;
    case 'invalid_type': {
      const wanted = types[issue.expected] ?? issue.expected;
      return issue.input === undefined ? `Something is missing: ${wanted} is needed.` : `This must be ${wanted}.`;
    }
    case 'invalid_value':
      return issue.values.length === 1 ? `This must be ${shown(issue.values[0])}.` : `This must be one of ${issue.values.map(shown).join(', ')}.`;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) === 1 ? 'This must not be empty.' : `This needs at least ${issue.minimum} characters.`;
      return counted(issue.origin) ? `At least ${issue.minimum} must be given.` : `This must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `This may have at most ${issue.maximum} characters.`;
      return counted(issue.origin) ? `At most ${issue.maximum} may be given at once.` : `This must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}.`;
    case 'invalid_union':
      return 'This is not what the command takes.';
    default:
      return undefined;
  }
};

const counted = (origin: string) => origin === 'array' || origin === 'set';
const shown = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value));
