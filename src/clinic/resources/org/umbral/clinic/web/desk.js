'use strict';
// Live queue, search over what is listed, keys. Every page works without it.
(function () {
    const query = (selector) => document.querySelector(selector);
    const rows = () => [...document.querySelectorAll('.queue .row')].filter((row) => !row.closest('li').hidden);

    const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

    function search() {
        const box = query('#search');
        if (!box) return;
        const wanted = plain(box.value).split(/\s+/).filter(Boolean);
        document.querySelectorAll('.queue li').forEach((item) => {
            const text = plain(item.textContent);
            item.hidden = !wanted.every((word) => text.includes(word) || text.replace(/-/g, '').includes(word));
        });
        const none = query('[data-no-match]');
        if (none) none.hidden = rows().length > 0;
    }

    function move(step) {
        const all = rows();
        if (all.length === 0) return;
        let at = all.indexOf(document.activeElement);
        if (at < 0) at = all.findIndex((row) => row.hasAttribute('aria-current'));
        const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
        all[next].focus();
    }

    function help() {
        const dialog = query('#help');
        if (dialog && !dialog.open) dialog.showModal();
    }

    function evidence() {
        const section = query('#evidence');
        if (!section) return;
        section.scrollIntoView();
        (section.querySelector('a') || section).focus({preventScroll: true});
    }

    const keys = {j: () => move(1), k: () => move(-1), e: evidence, '?': help, '/': () => query('#search') && query('#search').focus()};

    document.addEventListener('keydown', (event) => {
        const typing = event.target.matches('input, textarea, select');
        if (event.key === 'Escape' && event.target.id === 'search') {
            event.target.value = '';
            search();
            event.target.blur();
        } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key] && !query('dialog[open]')) {
            event.preventDefault();
            keys[event.key]();
        } else if (event.key === 'Escape' && event.target.classList && event.target.classList.contains('said')) {
            event.target.blur();
        }
    });

    document.addEventListener('click', (event) => {
        const target = event.target.closest('[data-print], [data-copy], #help-link');
        if (!target) return;
        if (target.matches('[data-print]')) {
            window.print();
        } else if (target.matches('[data-copy]')) {
            const text = document.getElementById(target.dataset.copy).innerText.replace(/\s+/g, ' ').trim();
            navigator.clipboard.writeText(text).then(() => { target.textContent = target.dataset.done; });
        } else {
            event.preventDefault();
            help();
        }
    });

    document.addEventListener('input', (event) => {
        if (event.target.id === 'search') search();
    });

    // An emergency is heard once somebody has clicked here: browsers allow no sound before.
    const page = document.title;
    let alerts = 0;
    let sound = null;
    function attend(isNews) {
        const list = query('#queue-list');
        if (!list) return;
        const now = Number(list.dataset.alerts);
        document.title = now > 0 ? '(' + now + ') ' + page : page;
        if (isNews && now > alerts && sound) sound.play().catch(() => {});
        alerts = now;
    }
    ['pointerdown', 'keydown'].forEach((sign) => document.addEventListener(sign, () => {
        const list = query('#queue-list');
        if (list && !sound) sound = new Audio(list.dataset.sound);
    }, {capture: true}));
    attend(false);

    document.addEventListener('htmx:afterSwap', () => {
        attend(true);
        search();
        const summary = query('[data-summary]');
        const said = query('#announce');
        if (summary && said && said.textContent !== summary.textContent) said.textContent = summary.textContent;
    });

    // A desk that nobody sits at stops asking and leaves no case on the screen; what it asks by itself renews no session.
    const IDLE = 30 * 60 * 1000;
    let lastSeen = Date.now();
    ['keydown', 'pointermove', 'pointerdown', 'scroll'].forEach((sign) => {
        document.addEventListener(sign, () => { lastSeen = Date.now(); }, {passive: true, capture: true});
    });
    document.addEventListener('htmx:beforeRequest', (event) => {
        if (Date.now() - lastSeen > IDLE) {
            event.preventDefault();
            location.assign('/login');
        }
    });
    const lost = (isLost) => { const note = query('#lost'); if (note) note.hidden = !isLost; };
    document.addEventListener('htmx:sendError', () => lost(true));
    document.addEventListener('htmx:responseError', () => lost(true));
    document.addEventListener('htmx:afterOnLoad', () => lost(false));

    document.querySelectorAll('[data-print], [data-copy]').forEach((part) => { part.hidden = false; });
    const selected = query('.row[aria-current]');
    if (selected && selected.closest('.left')) selected.scrollIntoView({block: 'nearest'});
})();
