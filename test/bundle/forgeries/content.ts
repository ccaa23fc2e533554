// Forgeries of the guide, the summary and the dossier.
import { edit } from '../forge.ts';
import { differs, type Forgery, forged } from './kinds.ts';

export const ofContent: readonly Forgery[] = [
  forged(
    'a guide with a script',
    ({ whole }) => edit(whole, 'data/填报指引.html', '</body>', '<script>alert(1)</script></body>'),
    'bundle-guide-differs data/填报指引.html',
  ),
  forged(
    'the summary of another bundle',
    ({ whole, other }) => {
      whole.files.set('data/申请表.pdf', other.files.get('data/申请表.pdf') ?? Buffer.alloc(0));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'the summary of a draft',
    ({ whole, draft }) => {
      whole.files.set('data/申请表.pdf', draft.files.get('data/申请表.pdf') ?? Buffer.alloc(0));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'a summary with something behind it',
    ({ whole }) => {
      whole.files.set(
        'data/申请表.pdf',
        Buffer.concat([whole.files.get('data/申请表.pdf') ?? Buffer.alloc(0), Buffer.from('\n% more\n')]),
      );
    },
    'bundle-summary-differs data/申请表.pdf',
  ),
  forged(
    'a summary that is no PDF',
    ({ whole }) => {
      whole.files.set('data/申请表.pdf', Buffer.from('甲'));
    },
    'bundle-summary-differs data/申请表.pdf',
  ),

  forged(
    'another dossier',
    ({ whole, other }) => {
      whole.files.set('data/dossier.yaml', other.files.get('data/dossier.yaml') ?? Buffer.alloc(0));
    },
    differs,
  ),
  forged(
    'a dossier that is no YAML',
    ({ whole }) => {
      whole.files.set('data/dossier.yaml', Buffer.from('\tx: ['));
    },
    'bundle-dossier-broken data/dossier.yaml',
  ),
  forged(
    'a dossier of another category',
    ({ whole }) => edit(whole, 'data/dossier.yaml', 'jiangsu/2021/product', 'jiangsu/2021/giant-innovation'),
    'bundle-dossier-broken data/dossier.yaml',
  ),
];
