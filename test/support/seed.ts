// Property tests draw the same cases on every machine; `FC_SEED=…` asks for others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261128) });
