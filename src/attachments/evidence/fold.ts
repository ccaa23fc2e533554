// The form in which names are compared, the same as in the text of PDFs.
export { folded } from '../../files/pdf/fold.js';
