(function () {
  "use strict";
  var sheet = document.getElementById("sheet");
  var title = document.getElementById("sheet-title");
  var text = document.getElementById("sheet-text");
  var more = document.getElementById("sheet-more");
  var opener = null;

  function pieces(root, anchor) {
    return root.querySelectorAll('[data-at="' + anchor + '"]');
  }

  function copyOf(block) {
    var copy = block.cloneNode(true);
    copy.querySelectorAll("mark").forEach(function (mark) {
      mark.dataset.at = mark.id || mark.dataset.more;
      mark.removeAttribute("id");
      mark.removeAttribute("data-more");
    });
    return copy;
  }

  function show(link) {
    var anchor = link.getAttribute("href").slice(1);
    var anchors = [anchor].concat(link.dataset.cite.split(" ").filter(Boolean));
    var target = document.getElementById(anchor);
    var blocks = [];
    anchors.forEach(function (one) {
      var mark = document.getElementById(one);
      var block = mark && mark.closest("[data-block]");
      if (block && blocks.indexOf(block) < 0) blocks.push(block);
    });
    if (!blocks.length) return false;
    var report = target.closest(".report");
    var heading = report.querySelector("header");
    title.replaceChildren.apply(title, Array.from(heading.firstElementChild.cloneNode(true).childNodes));
    text.replaceChildren.apply(text, blocks.map(copyOf));
    anchors.forEach(function (one) {
      pieces(text, one).forEach(function (mark) { mark.classList.add("on"); });
    });
    var marks = pieces(text, anchor);
    more.setAttribute("href", "#" + anchor);
    sheet.hidden = false;
    document.body.classList.add("reading");
    if (opener) opener.classList.remove("open");
    opener = link;
    opener.classList.add("open");
    text.scrollTop = marks.length ? Math.max(0, marks[0].offsetTop - text.offsetTop - 48) : 0;
    sheet.focus({ preventScroll: true });
    return true;
  }

  function close() {
    if (sheet.hidden) return;
    sheet.hidden = true;
    document.body.classList.remove("reading");
    if (opener) {
      opener.classList.remove("open");
      opener.focus({ preventScroll: true });
    }
    opener = null;
  }

  function unfold(link) {
    var target = document.getElementById(link.getAttribute("href").slice(1));
    for (var one = target && target.closest("details"); one; one = one.parentElement.closest("details")) {
      one.open = true;
    }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    unfold(link);
    if (link.hasAttribute("data-cite")) {
      if (show(link)) event.preventDefault();
    } else if (link === more) {
      opener = null;
      close();
    }
  });
  document.getElementById("sheet-close").addEventListener("click", close);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (one) {
      one.open = true;
      one.dataset.folded = "";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-folded]").forEach(function (one) {
      one.open = false;
      delete one.dataset.folded;
    });
  });
})();
