// Filters the report and opens panels; the page is complete without it. The state of the filter stands in the fragment.
(() => {
  const { body } = document;
  const bar = document.querySelector('.filter');
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const control = (name) => bar.querySelector(`[name="${name}"]`);
  const batch = body.classList.contains('batch');
  const panels = new Map(all('.panel').map((panel) => [panel.id, panel]));
  // Of many dossiers the panels are data, each entry of which names others by their number; its text is escaped already.
  const data = document.getElementById('panels');
  const entries = data ? JSON.parse(data.textContent) : [];
  const numbers = entries.at(-1) ?? {};
  const written = (part) => (typeof part === 'string' ? part : build(entries[part]));
  function build(entry) {
    if (typeof entry === 'string') return entry;
    const [between, ...parts] = entry;
    if (between === -1) return parts.map(written).join('');
    return entries[between].map((text, index) => text + (index < parts.length ? written(parts[index]) : '')).join('');
  }

  function panelOf(id) {
    if (!panels.has(id) && Object.hasOwn(numbers, id)) {
      const template = document.createElement('template');
      template.innerHTML = written(numbers[id]);
      const panel = template.content.querySelector('.panel');
      data.before(panel);
      panels.set(id, panel);
    }
    return panels.get(id);
  }

  const rows = all('.matrix tbody tr').map((row) => ({
    row,
    sought: `${row.cells[0].textContent} ${row.dataset.q ?? ''}`.toLowerCase(),
    region: row.dataset.r,
    links: all('a', row).map((link) => ({
      link,
      panel: link.hash.slice(1),
      category: link.dataset.c,
      states: link.dataset.s ?? '',
    })),
  }));
  const lines = batch ? [] : all('.findings tbody tr').map((row) => ({ row, level: row.dataset.l }));
  const sought = lines.map(({ row }) => row.textContent.toLowerCase());
  const letters = { errors: 'e', incomplete: 'i', unsettled: 'u', submittable: 's', ready: 'r' };
  const boxes = all('[name="state"]', bar);
  let open = '';
  let back = null;

  const away = (element, is) => {
    if (is !== element.hasAttribute('data-away')) element.toggleAttribute('data-away', is);
  };

  function filterRows(text) {
    const kept = boxes.filter((box) => box.checked).map((box) => letters[box.value]);
    const category = control('category')?.value ?? '';
    const region = control('region')?.value ?? '';
    let count = 0;
    for (const { row, sought: words, region: place, links } of rows) {
      const fits =
        text.every((word) => words.includes(word)) &&
        (region === '' || place === region) &&
        links.some(
          ({ category: own, states }) =>
            (category === '' || own === category) && kept.some((letter) => states.includes(letter)),
        );
      away(row, !fits);
      for (const { panel } of links) if (panels.has(panel)) away(panels.get(panel), !fits);
      if (fits) count += 1;
    }
    return [count, rows.length];
  }

  function filterLines(text) {
    const level = control('level')?.value ?? '';
    let count = 0;
    lines.forEach(({ row, level: own }, index) => {
      const fits = (level === '' || own === level) && text.every((word) => sought[index].includes(word));
      away(row, !fits);
      if (fits) count += 1;
    });
    return [count, lines.length];
  }

  function apply() {
    const text = control('text').value.toLowerCase().split(/\s+/).filter(Boolean);
    const [count, total] = batch ? filterRows(text) : filterLines(text);
    const shown = bar.querySelector('.shown');
    shown.textContent = shown.dataset.words.replace('{n}', count).replace('{all}', total);
  }

  function remember() {
    const state = new URLSearchParams();
    for (const name of ['text', 'category', 'region', 'level']) {
      const value = control(name)?.value ?? '';
      if (value !== '') state.set(name, value);
    }
    const off = boxes.filter((box) => !box.checked).map((box) => letters[box.value]);
    if (off.length > 0) state.set('without', off.join(''));
    if (open !== '' && batch) state.set('open', open);
    // A page opened from a file may not be allowed to write its address.
    try {
      history.replaceState(null, '', `#${state}`);
    } catch {}
  }

  function show(id) {
    panels.get(open)?.classList.remove('open');
    for (const link of all('[aria-current]')) link.removeAttribute('aria-current');
    for (const row of all('.chosen')) row.classList.remove('chosen');
    const panel = panelOf(id);
    open = panel ? id : '';
    if (!panel) return;
    panel.classList.add('open');
    panel.querySelector('details').open = true;
    const link = all('.matrix a').find((each) => each.hash === `#${open}`);
    link?.setAttribute('aria-current', 'true');
    link?.closest('tr').classList.add('chosen');
  }

  function recall() {
    const fragment = decodeURIComponent(location.hash.slice(1));
    if (panelOf(fragment)) return show(fragment);
    if (document.getElementById(fragment)) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const name of ['text', 'category', 'region', 'level']) {
      const field = control(name);
      if (field) field.value = state.get(name) ?? '';
      if (field?.selectedIndex === -1) field.value = '';
    }
    for (const box of boxes) box.checked = !(state.get('without') ?? '').includes(letters[box.value]);
    show(state.get('open') ?? '');
  }

  function reset() {
    for (const field of all('input[type="search"], select', bar)) field.value = '';
    for (const box of boxes) box.checked = true;
    apply();
    remember();
  }

  const first = ({ links }) => links[0]?.link;
  function move(by) {
    const seen = rows.filter(({ row }) => !row.hasAttribute('data-away'));
    const at = seen.findIndex(({ row }) => row.contains(document.activeElement));
    const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : at + by];
    if (next) first(next)?.focus();
    return next !== undefined;
  }

  // Closes a panel and goes back to its row.
  function home(id) {
    show('');
    remember();
    const link = document.getElementById(`to-${id}`);
    if (link?.checkVisibility?.() === false) return back?.focus();
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }

  function leave(target) {
    const inside = target.closest('.panel');
    if (batch && inside) return home(inside.id);
    reset();
    const stays = back?.isConnected && !back.closest('[data-away]');
    if (bar.contains(target)) (stays ? back : target).focus();
    if (bar.contains(target) && !stays) target.blur();
  }

  bar.hidden = false;
  body.classList.add('js');
  bar.addEventListener('input', (event) => {
    if (event.target.name === 'keys') return;
    apply();
    remember();
  });
  bar.addEventListener('focusin', (event) => {
    if (event.relatedTarget && !bar.contains(event.relatedTarget)) back = event.relatedTarget;
  });
  document.querySelector('.matrix')?.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    back = link;
    show(link.hash.slice(1));
    remember();
    const panel = panels.get(open);
    panel?.focus({ preventScroll: true });
    panel?.scrollIntoView({ block: 'start' });
  });
  document.querySelector('main').addEventListener('click', (event) => {
    const link = event.target.closest('.back a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    home(link.closest('.panel').id);
  });
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === 'Escape') return leave(target);
    if (target.matches('input[type="search"], select, textarea') || !control('keys').checked) return;
    const step = { j: 1, k: -1, ...(target.closest('.matrix') ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[key];
    if (key === '/') control('text').focus();
    else if (step === undefined || !move(step)) return;
    event.preventDefault();
  });
  addEventListener('hashchange', () => {
    recall();
    apply();
  });
  addEventListener('beforeprint', () => {
    for (const { row, links } of rows)
      if (!row.hasAttribute('data-away'))
        for (const { panel, states } of links) if (/[ei]/.test(states)) panelOf(panel);
    for (const details of all('details')) details.open = true;
  });
  recall();
  if (batch && location.hash === '') {
    const faulty = rows.flatMap(({ links }) => links).find(({ states }) => states.includes('e'));
    if (faulty) show(faulty.panel);
  }
  apply();
})();
