// Keys and signatures that minisign 0.11 made, over the text below; the same key encrypted with cheap limits.

/** What was signed. */
export const message = 'hello 材料\n';

export const id = 'D608CB8EC4FF5C1F';

export const publicLine = 'RWQfXP/EjssI1ovUOVl6XESrwYpBoqD+qHDbikWdYW6y4mrD0UG8kOg6';
export const publicKey = `untrusted comment: minisign public key ${id}\n${publicLine}\n`;
export const otherLine = 'RWRH4mrc0+/uyc3gSrKKBMnVViHjsSBzX7mMIY+yERjwHw4ZdAjGjla8';

const secret = (line: string): string => `untrusted comment: minisign encrypted secret key\n${line}\n`;

/** Made by `minisign -G -W`: without a password. */
export const secretKey = secret(
  'RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAH1z/xI7LCNYpm4ZTV29EAE2YTpa3eoREDk2moYWtlXGNL2uJw/ygOovUOVl6XESrwYpBoqD+qHDbikWdYW6y4mrD0UG8kOg6AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
);

/** It encrypted with the password below; the cost follows from the limit of operations, or from that of memory. */
export const encrypted = {
  byOperations: secret(
    'RWRTY0IyAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8AgAAAAAAAAAAAAAEAAAAAirphXIleluWd1EUHQD5BA6omCHceWNn9K9Bm+agOX1C81SmNfFtfiqpoDNXX1s6svLp2Nb55dcG48WtaQQ2iH9tJ7E7aDIga/I3FLKqpIVYBwOfFHLQ+ayFqlOr5MeSSOXvzVFhE40I=',
  ),
  byMemory: secret(
    'RWRTY0IyAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8AAAQAAAAAAAAAEAAAAAAAvEXV4uqF5hMb7K1QqaupdJ+0ovg3P63mvPmtYsSC849wGUk67MjN0/DjIAr3CFgJTezfDCymKVBU5gmzgrjOnhrBnveAtd49pMmU7zgKCY2YEHqHQR8qxQ/E0/Rcrnsgg98hoHIAvho=',
  ),
};
export const password = '密码';

/** Made by `minisign -S -t 'trusted 说明'`. */
export const signature = `untrusted comment: signature from minisign secret key
RUQfXP/EjssI1gy4Li+vFgG7Pmd0kqKvT9J7y/MewqcSdJRn8T+XlXDJRdUMLxoh+mscbhNTSGaMq5U9w/5/d3Ef0fwFnUd12Qw=
trusted comment: trusted 说明
0tYr9WsFIXZHmjOQXfMkaePz7COoljpgzT5X0gaNy4VgbOotXgUFxjVYjeBRidx2qTHq26Z8rmyZoMQVlZZ/Aw==
`;

/** Made by `minisign -S -l`: over the text itself. */
export const legacy = `untrusted comment: signature from minisign secret key
RWQfXP/EjssI1qvFlExPnm1zV3/BdCPln+gDSMijc172iWJU88UVkZelVmomPqoi3iNlbkYOI+a0bOvySaP9Y3kLXf0hSzQJtgo=
trusted comment: timestamp:1795314287	file:m.txt
o1ZHCLSDaGeaOiLZ8prBe9nXrF424+j+EI6LBY0iQdUKLCMDcQ8CzMrqllPahNHfCbrfLZO7lZ2+DIZc/V/VCA==
`;
