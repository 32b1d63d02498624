import { expect, test } from 'vitest';
import { readEvents } from './server-events.ts';

async function read(...pieces: string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  const events: string[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('events are read whole, however the bytes are cut', async () => {
  expect(await read('data: {"a"', ':1}\n', '\ndata: {"b":2}\n\nda', 'ta: 3\n\n')).toEqual(['{"a":1}', '{"b":2}', '3']);
});

test('comments and Windows line ends are no events of their own', async () => {
  expect(await read(': open\n\n', 'data: 1\r\n\r\n', ': still here\n\n')).toEqual(['1']);
});

test('an event that was cut off is not told', async () => {
  expect(await read('data: 1\n\ndata: half')).toEqual(['1']);
});
