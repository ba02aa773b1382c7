#!/usr/bin/env node
import { main } from './main';
import { thisProcess } from './world';

// Strapi leaves timers and connections behind, which would keep the process alive.
void main(process.argv.slice(2), thisProcess()).then((code) => process.exit(code));
