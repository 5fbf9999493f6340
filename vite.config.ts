import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// The web app (index.html) and the administration (admin.html) with what they load, to dist/web. Everything is a file with a hashed name, so that it runs
// under a Content-Security-Policy without 'unsafe-inline' and may be cached for ever.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    rollupOptions: { input: ['index.html', 'admin.html'] },
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // kB before compression: everything works offline, so everything is loaded at the start.
    chunkSizeWarningLimit: 800,
  },
  server: {
    // `npm run dev` beside a running `npm start`.
    proxy: { '^/(api|a)/': 'http://localhost:8080' },
  },
});
