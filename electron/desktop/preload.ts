import { contextBridge, ipcRenderer } from 'electron';

/** All that the page gets: one call, handing over files that calls name, and word of what changed and of how far long tasks are. Neither ipcRenderer nor an event object passes. */
contextBridge.exposeInMainWorld('themework', {
  call: (name: unknown, input: unknown) => ipcRenderer.invoke('call', name, input),
  hold: (bytes: unknown) => ipcRenderer.invoke('hold', bytes),
  forget: (held: unknown) => ipcRenderer.invoke('forget', held),
  onChanged: listenTo('changed'),
  onProgress: listenTo('progress'),
});

function listenTo(channel: string) {
  return (listener: (event: unknown) => void) => {
    const tell = (_event: unknown, event: unknown) => listener(event);
    ipcRenderer.on(channel, tell);
    return () => {
      ipcRenderer.removeListener(channel, tell);
    };
  };
}
