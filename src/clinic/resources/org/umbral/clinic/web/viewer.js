'use strict';
// Zoom, turn and keys of the photo viewer. Without it the whole photo is shown, and the links lead on.
(function () {
    const photo = document.getElementById('photo');
    const stage = document.getElementById('stage');
    const scale = document.getElementById('scale');
    if (!photo) return;
    const MOST = 8;
    let zoom = 1;
    // How the phone turned it; without this script the style sheet does.
    let quarter = Number(photo.dataset.turn || 0) / 90;
    photo.className = '';

    function fitted() {
        const turned = quarter % 2 === 1;
        const width = turned ? photo.naturalHeight : photo.naturalWidth;
        const height = turned ? photo.naturalWidth : photo.naturalHeight;
        return Math.min(stage.clientWidth / width, stage.clientHeight / height, 1);
    }

    function draw() {
        if (!photo.naturalWidth) return;
        const size = fitted() * zoom;
        const width = photo.naturalWidth * size;
        const height = photo.naturalHeight * size;
        const turned = quarter % 2 === 1;
        const boxWidth = turned ? height : width;
        const boxHeight = turned ? width : height;
        photo.style.maxWidth = 'none';
        photo.style.maxHeight = 'none';
        photo.style.position = 'absolute';
        photo.style.width = width + 'px';
        photo.style.height = height + 'px';
        photo.style.left = Math.max((stage.clientWidth - boxWidth) / 2, 0) + (boxWidth - width) / 2 + 'px';
        photo.style.top = Math.max((stage.clientHeight - boxHeight) / 2, 0) + (boxHeight - height) / 2 + 'px';
        photo.style.transform = 'rotate(' + quarter * 90 + 'deg)';
        scale.textContent = Math.round(size * 100) + ' %';
    }

    function zoomTo(next) {
        const middleX = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth;
        const middleY = (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight;
        zoom = Math.min(Math.max(next, 1), MOST / fitted());
        draw();
        stage.scrollLeft = middleX * stage.scrollWidth - stage.clientWidth / 2;
        stage.scrollTop = middleY * stage.scrollHeight - stage.clientHeight / 2;
    }

    const follow = (id) => { const link = document.getElementById(id); if (link) link.click(); };
    const tools = {
        larger: () => zoomTo(zoom * 1.5),
        smaller: () => zoomTo(zoom / 1.5),
        fit: () => zoomTo(1),
        turn: () => { quarter = (quarter + 1) % 4; zoomTo(1); },
    };
    const keys = {
        '+': tools.larger, '=': tools.larger, '-': tools.smaller, '0': tools.fit, r: tools.turn,
        Escape: () => follow('close'),
        ArrowLeft: () => follow('before'),
        ArrowRight: () => follow('after'),
    };

    document.addEventListener('keydown', (event) => {
        const moving = zoom > 1 && event.key.startsWith('Arrow') && document.activeElement === stage;
        if (!keys[event.key] || moving || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        keys[event.key]();
    });
    document.querySelectorAll('[data-do]').forEach((tool) => tool.addEventListener('click', tools[tool.dataset.do]));
    document.querySelectorAll('.tools').forEach((part) => { part.hidden = false; });
    photo.addEventListener('dblclick', () => zoomTo(zoom > 1 ? 1 : 1 / fitted()));
    stage.addEventListener('wheel', (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoomTo(event.deltaY < 0 ? zoom * 1.2 : zoom / 1.2);
    }, {passive: false});
    window.addEventListener('resize', draw);
    photo.addEventListener('load', draw);
    draw();
})();
