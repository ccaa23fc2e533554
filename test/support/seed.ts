// Before every test: property tests draw the same cases on every machine (`FC_SEED=…` asks for others), and nobody caches.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261128) });

// No test reads what the cache of the user holds, or leaves anything there.
process.env.ZJTX_CACHE_DIR = '';
