// The ids of every rule that the sources state (B.1 to B.3), those of 63号 and 2号 (C), of every known reason for rejection (E), and what was found later of 2026 (I).

/** `E-01` … `E-32`. */
const numbered = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

export const rowIds: Readonly<Record<string, readonly string[]>> = {
  'B.1': [
    ...['JS-ACC-01', 'JS-FLOW-01', 'JS-FLOW-02', 'JS-FLOW-03', 'JS-FORM-01', 'JS-LVL-01', 'JS-CHAIN-01', 'JS-CHAIN-02'],
    ...['JS-PROF-01', 'JS-PROF-02', 'JS-PROF-03', 'JS-ANX-01', 'JS-ANX-02', 'JS-ANX-03', 'JS-FILE-01', 'JS-FILE-02'],
    ...['JS-SLOT-P', 'JS-SLOT-PO', 'JS-SLOT-M', 'JS-SLOT-I', 'JS-SLOT-MS'],
    ...['JS-MET-01', 'JS-MET-02', 'JS-MET-03', 'JS-MET-04'],
  ],
  'B.2': [
    ...['JS-REV-01', 'JS-REV-02', 'JS-REV-03', 'JS-FAQ-01', 'JS-FAQ-02'],
    ...['JS-FAQ-03a', 'JS-FAQ-03b', 'JS-FAQ-03c', 'JS-FAQ-03d', 'JS-FAQ-04', 'JS-FAQ-05', 'JS-FAQ-06', 'JS-FAQ-07'],
    ...['JS-FAQ-08', 'JS-FAQ-09', 'JS-FAQ-10a', 'JS-FAQ-10b', 'JS-FAQ-10c', 'JS-FAQ-10d', 'JS-FAQ-10e'],
    ...['JS-FAQ-11a', 'JS-FAQ-11b', 'JS-FAQ-12a', 'JS-FAQ-12b', 'JS-FAQ-13', 'JS-FAQ-14'],
  ],
  'B.3': [
    ...['N23-RD-01', 'N23-TXT-01', 'N23-TXT-02', 'N23-TXT-03', 'N23-MS-01', 'N23-MS-02', 'N23-MS-03', 'N23-SUP-01'],
    ...['N23-FIN-01', 'N23-FIN-02', 'N23-CERT-01', 'PRV-RD-01', 'PRV-RD-02', 'PRV-FIN-01', 'PRV-GRO-01'],
    ...['ALL-IND-01', 'ALL-SIZE-01', 'ALL-LAD-01', 'ALL-AUD-01', 'ALL-AUD-02', 'ALL-AUD-03', 'N23-AGE-01'],
    ...['SZ-REV-01', 'SZ-MS-01', 'SZ-VAL-01', 'SZ-NEG-01', 'SZ-NEG-02', 'SZ-NEG-03'],
    ...['N23-RD-02', 'N23-SOC-01', 'N23-FORM-01', 'N23-INFO-01'],
  ],
  C: [
    ...['C1-PREMISE', 'C1-PASS', 'C1-01', 'C1-02', 'C1-03', 'C1-04', 'C1-05', 'C1-06', 'C2-PREMISE', 'C2-COND-1'],
    ...['C2-COND-2', 'C2-COND-3', 'C2-COND-4', 'C2-MARK', 'C2-01', 'C2-02', 'C2-03', 'C2-04', 'C2-05', 'C2-06'],
    ...['C2-07', 'C2-08', 'C2-09', 'C2-10', 'C2-11', 'C2-12', 'C2-13', 'C3-SME-1', 'C3-SME-2', 'C3-SME-3'],
    ...['C3-SME-4', 'C3-SME-5', 'C3-SME-6', 'C3-LG-TITLE', 'C3-LG-YEARS', 'C3-LG-REVENUE', 'C3-LG-SHARE'],
    ...['C3-LG-GROWTH', 'C3-LG-DEBT', 'C3-LG-RD', 'C3-LG-IP', 'C3-LG-MARKET', 'C3-LG-FIELD', 'C3-LG-SCORE'],
    ...['C3-LG-BARRED', 'C3-REVIEW', 'C3-UPDATE', 'C3-WEIGHTS', 'C4-LG-1', 'C4-LG-2', 'C4-LG-3', 'C4-LG-4a'],
    ...[
      'C4-LG-4b',
      'C4-LG-4c',
      'C4-LG-4d',
      'C4-LG-5',
      'C4-LG-6',
      'C4-LG-7',
      'C4-MAIN',
      'C4-LG-8',
      'C4-2024',
      'C4-2025',
    ],
    ...['C4-2026', 'C5-JS21-SCOPE', 'C5-JS21-PRODUCT', 'C5-JS21-MANUFACTURING', 'C5-JS21-INNOVATION'],
    ...['C5-GD21', 'C5-SZ21', 'C5-JS22', 'C5-JS22-REVIEW', 'C5-FORMS', 'C5-RENAME'],
  ],
  E: numbered('E', 32),
  I: [...numbered('I', 17), 'I-PRE'],
};
