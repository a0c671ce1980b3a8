// Bring the place named after # into view once the page has drawn it. A constant: nothing from an article is in here.
(() => {
  const reveal = (tries) => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    const place = document.getElementById(id);
    if (place) place.scrollIntoView({ block: "center" });
    else if (tries > 0) setTimeout(() => reveal(tries - 1), 100);
  };
  reveal(50);
})();
