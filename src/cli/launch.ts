#!/usr/bin/env node
/** What `marginalia` runs: the command from its bundle, or from its modules where there is none. */
import { openBundle } from './bundle.js';

const bundle = openBundle(new URL('../bin/', import.meta.url));
if (bundle) bundle.start();
else await import('./main.js');
