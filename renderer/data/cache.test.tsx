import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Core } from '../../electron/core/core.ts';
import { getHost, setHost } from '../host/index.ts';
import { renderWithCore } from '../test/render.tsx';
import { fetchQuery, keyOf, useCache } from './cache.ts';
import { useQuery } from './useQuery.ts';

const note = (core: Core, text: string) => core.call('diary.add', { trigger: 'other', text });
const cached = (key: string) => useCache.getState().entries[key];

function Diary() {
  const { data, loading } = useQuery('diary.list', {});
  return <p>{loading ? 'loading' : data?.map((entry) => entry.text).join(', ')}</p>;
}

/** The real host, with every call counted and, where asked, held back until released. */
function watchHost(hold?: (name: string, nth: number) => Promise<void> | undefined) {
  const host = getHost();
  const counts = new Map<string, number>();
  setHost({
    onChanged: host.onChanged,
    onProgress: host.onProgress,
    call: async (name, input) => {
      const nth = (counts.get(name) ?? 0) + 1;
      counts.set(name, nth);
      const answer = await host.call(name, input);
      await hold?.(name, nth);
      return answer;
    },
  });
  return (name: string) => counts.get(name) ?? 0;
}

test('a mounted query is asked again after a command that touched its tables', async () => {
  const { core } = await renderWithCore(<Diary />, { seed: async (fresh) => void (await note(fresh, 'first')) });
  await screen.findByText('first');
  await act(() => note(core, 'second'));
  await screen.findByText('second, first');
});

test('a query that reads other tables is left alone', async () => {
  const { core } = await renderWithCore(<Diary />);
  const count = watchHost();
  await fetchQuery('survey.attributes', {});
  await act(() => note(core, 'something'));
  await screen.findByText('something');
  expect(count('survey.attributes')).toBe(1);
  expect(cached(keyOf('survey.attributes', {}))).toBeDefined();
});

test('an unmounted query is dropped when its tables change, and kept otherwise', async () => {
  const { core, unmount } = await renderWithCore(<Diary />);
  await fetchQuery('diary.list', {});
  await fetchQuery('survey.attributes', {});
  unmount();
  expect(cached(keyOf('diary.list', {}))).toBeDefined();
  await note(core, 'later');
  expect(cached(keyOf('diary.list', {}))).toBeUndefined();
  expect(cached(keyOf('survey.attributes', {}))).toBeDefined();
});

test('the same question asked at the same time is one call', async () => {
  await renderWithCore(<p />);
  const count = watchHost();
  const [one, two] = await Promise.all([fetchQuery('project.overview', {}), fetchQuery('project.overview', {})]);
  expect(one?.title).toBe('A small study');
  expect(two).toBe(one);
  expect(count('project.overview')).toBe(1);
});

test('an old answer that arrives late never replaces a newer one', async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const { core, rerender } = await renderWithCore(<p />);
  const count = watchHost((name, nth) => (name === 'diary.list' && nth === 1 ? held : undefined));
  rerender(<Diary />);
  await waitFor(() => expect(count('diary.list')).toBe(1));
  await act(() => note(core, 'new'));
  await screen.findByText('new');
  await act(async () => {
    release();
    await held;
  });
  expect(screen.getByText('new')).toBeInTheDocument();
});

test('an error is handed on, and asked again at the next mount', async () => {
  await renderWithCore(<p />);
  const host = getHost();
  setHost({ ...host, onChanged: host.onChanged, call: () => Promise.reject(new TypeError('fetch failed')) });
  expect(await fetchQuery('project.overview', {})).toBeUndefined();
  expect(cached(keyOf('project.overview', {}))?.error?.kind).toBe('storage');
  setHost(host);
  expect((await fetchQuery('project.overview', {}))?.title).toBe('A small study');
});
