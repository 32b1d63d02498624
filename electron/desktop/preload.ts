import { contextBridge, ipcRenderer } from 'electron';

/** All that the page gets: one call, and word of what changed. Neither ipcRenderer nor an event object passes. */
contextBridge.exposeInMainWorld('themework', {
  call: (name: unknown, input: unknown) => ipcRenderer.invoke('call', name, input),
  onChanged: (listener: (change: unknown) => void) => {
    const tell = (_event: unknown, change: unknown) => listener(change);
    ipcRenderer.on('changed', tell);
    return () => {
      ipcRenderer.removeListener('changed', tell);
    };
  },
});
