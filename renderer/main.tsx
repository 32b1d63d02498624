import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// The design's rules come first, so that a screen's own rules can refine them.
import './styles/index.css';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
