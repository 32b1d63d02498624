import { Fragment } from 'react';

/** One key cap. */
export const Kbd = ({ children }: { children: string }) => <kbd className="kbd">{children}</kbd>;

/** Caps of one combination: `['Ctrl', 'K']`. An array of arrays shows alternatives with “or” between them. */
export function Kbds({ keys }: { keys: readonly string[] | readonly (readonly string[])[] }) {
  const ways = (typeof keys[0] === 'string' || keys.length === 0 ? [keys] : keys) as readonly (readonly string[])[];
  return (
    <>
      {ways.map((way, index) => (
        <Fragment key={way.join('+')}>
          {index > 0 && <span className="or">or</span>}
          <span className="kbds">
            {way.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </>
  );
}
