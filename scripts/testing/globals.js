// Preload of the Node tests: gives node:test's words as globals, so that one file runs under mocha in a browser as well.
import * as nodeTest from 'node:test';

for (const word of ['describe', 'it', 'before', 'after', 'beforeEach', 'afterEach']) {
  globalThis[word] = nodeTest[word];
}
