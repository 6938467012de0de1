# SPDX-FileCopyrightText: The Cuttings authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page would have a reader's program do: nothing of it is left in what is extracted."""

import html.parser
import re

import tap
from program import Notebook

EVENTS = [
    'onerror', 'onload', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onpointerenter', 'onanimationstart', 'oncut', 'onscrollend',
    'onbeforematch', 'ONERROR', 'oNloAd', 'on\u212aeydown',
]
ADDRESSES = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '&#106;avascript:alert(1)',
    '&#x6A;avascript&colon;alert(1)', '\x01javascript:alert(1)', ' javascript:alert(1)', 'javascript&#58;alert(1)', 'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD4=', 'data:image/svg+xml,<svg onload=alert(1)>',
    'feed:javascript:alert(1)', 'blob:https://x/1', 'file:///etc/passwd', 'view-source:javascript:1', 'livescript:x', 'jar:javascript:1',
    '//javascript:alert(1)', '\xa0javascript:alert(1)', 'javascript:alert(1)', 'intent://x#Intent;scheme=javascript;end', 'about:blank',
    'filesystem:x', 'ms-its:x', 'javascript://%0aalert(1)', 'mailto:a@b?body=<script>', 'http://user:pw@evil.example/', 'ftp://x/y',
]
FORMS = [
    '<script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script/x>alert(1)</script >',
    '<style>@import"javascript:x"</style>', '<link rel=stylesheet href=javascript:x>', '<meta http-equiv=refresh content="0;url=javascript:x">',
    '<base href="javascript:/x/">', '<form action=javascript:x><input name=y><button formaction=javascript:x>z</button></form>',
    '<math><mi xlink:href="javascript:x">x</mi></math>', '<svg><a xlink:href="javascript:x"><text>y</text></a></svg>',
    '<svg><script>x</script></svg>', '<svg><use href="data:image/svg+xml,x#y"/></svg>',
    '<svg><animate attributeName=href values=javascript:x /></svg>',
    '<svg><foreignObject><iframe srcdoc="<script>x</script>"></iframe></foreignObject></svg>', '<template><script>x</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', '<textarea></textarea><img src=x onerror=1></textarea>',
    '<title><img src=x onerror=1></title>', '<xmp><img src=x onerror=1></xmp>', '<plaintext-x onclick=1>a</plaintext-x>',
    '<noembed><img src=x onerror=1></noembed>', '<listing>&lt;img src=x onerror=1&gt;</listing>',
    '<p style="background:url(javascript:x)">styled words which are long enough to stay here</p>',
    '<p id=x name=y class=z contenteditable tabindex=1 accesskey=x>attributes on a paragraph that is long</p>',
    '<table background=javascript:x><tr><td background=javascript:x>cell</td></tr></table>', '<body onload=alert(1) background=javascript:x>',
    '<frameset onload=1><frame src=javascript:x></frameset>', '<embed src=javascript:x>', '<applet code=x></applet>',
    '<isindex action=javascript:x>', '<input type=image src=javascript:x onerror=1>', '<marquee onstart=1>m</marquee>',
    '<details open ontoggle=1><summary>s</summary>words in the details</details>', '<dialog open onclose=1>d</dialog>',
    '<keygen autofocus onfocus=1>', '<audio src=x onerror=1 controls></audio>', '<portal src=javascript:x></portal>',
    '<map><area href=javascript:x></map><img usemap=#x src=y>', '<a href="javascript:x" target=_blank rel=opener>words</a>',
    '<img src="data:image/png;base64,iVBORw0KGgo=">', '<img src="data:text/html,x">',
    '<p>a &lt;script&gt;alert(1)&lt;/script&gt; that is shown as text, and nothing is run</p>', '<!--><img src=x onerror=1>-->',
    '<!-- --!><img src=x onerror=1>-->', '<![CDATA[<img src=x onerror=1>]]>', '<?xml x><img src=x onerror=1?>',
    '<a href="https://ok.example/" onclick=1 ping=https://evil/>ok</a>',
    '<math><annotation-xml encoding="text/html"><img src=x onerror=1></annotation-xml></math>', '<svg><title><img src=x onerror=1></title></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=1></style></mglyph></table></mtext></math>',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=1 src>">', '<img alt="`><script>x</script>" src=x>',
    '<img title="&quot;&gt;&lt;script&gt;" src=y>', '<q cite=javascript:x>q</q>', '<del cite=javascript:x datetime=x>d</del>',
    '<time datetime="&quot;onclick=1">t</time>', '<ol start="1\' onclick=1"><li value="x onclick=1">i</li></ol>', '<td colspan="2&quot; onclick=1">',
    '<video><track src=javascript:x></video>', '<slot name=x onslotchange=1></slot>', '<custom-el onclick=1>words of an element unknown</custom-el>',
    '<figure><img src=x onerror=1><figcaption onclick=1>Caption</figcaption></figure>', '<iframe srcdoc="<img src=x onerror=1>"></iframe>',
    '<iframe src="https://www.youtube.com/embed/x" onload=1></iframe>',
]
WITH_EVENT = ['<img src=x {}=alert(1)>', '<p {}="alert(1)">words, and some more of them for you to read</p>', '<a href=/x {}=alert(1)>link</a>',
              '<img/src=x/{}=alert(1)//>', '<img src="x" "{}=alert(1)">', '<svg {}=alert(1)><text>t</text></svg>']
WITH_ADDRESS = ['<p>See <a href="{}">this link here</a> for more about it, says the office.</p>', '<img src="{}" alt=x width=600>', '<iframe src="{}"></iframe>',
                '<video poster="{0}" src="{0}"></video>', '<img srcset="{0} 2x" src="{0}">', '<object data="{}"></object>',
                '<blockquote cite="{}">a quote</blockquote>', '<picture><source srcset="{0}"><img data-src="{0}"></picture>']
ALLOWED = {"a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div",
           "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q",
           "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u",
           "ul", "var", "wbr"}
LEADING = {"href", "src", "srcset", "cite", "poster", "data", "action", "longdesc"}
INERT = {"alt", "title", "width", "height", "lang", "dir", "datetime", "colspan", "rowspan", "start", "value", "reversed", "type", "scope", "headers", "abbr", "span"}
PARAGRAPH = "<p>The council of Northmere voted on Monday to keep the swing bridge open to boats until the spring comes, after a long debate.</p>"


def all_forms():
    yield from FORMS
    for form in WITH_EVENT:
        yield from (form.format(event) for event in EVENTS)
    for form in WITH_ADDRESS:
        yield from (form.format(address) for address in ADDRESSES)


def is_harmless(name, value):
    bare = re.sub("[\\x00-\\x20]", "", value or "").lower()
    return bare.startswith(("http://", "https://", "mailto:", "/", "#")) or (name == "src" and bool(re.match("data:image/(png|jpeg|gif|webp)[;,]", bare)))


class Judge(html.parser.HTMLParser):
    """Gathers what must not be there."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag not in ALLOWED:
            self.found.append(tag)
        for name, value in attrs:
            if name in LEADING and not is_harmless(name, value):
                self.found.append((tag, name, value))
            elif name not in LEADING and name not in INERT:
                self.found.append((tag, name))

    handle_startendtag = handle_starttag


def check(around):
    with Notebook() as notebook:
        forms = list(all_forms())
        assert len(forms) >= 350, len(forms)
        paths = [notebook.file(f"{number}.html", around(form).encode()) for number, form in enumerate(forms)]
        for words in ([], ["--url", "https://harbour.example/a/b"]):
            lines = notebook.do("extract", *words, *paths).lines
            assert len(lines) == len(forms)
            for form, line in zip(forms, lines):
                judge = Judge()
                judge.feed(line["html"])
                assert not judge.found, (form, judge.found)
                assert "Northmere" in line["text"], form


def test_article():
    check(lambda form: f"<!DOCTYPE html><html><head><title>T</title></head><body><article><h1>Head</h1>{PARAGRAPH}{form}{PARAGRAPH * 2}</article></body></html>")


def test_fragment():
    check(lambda form: PARAGRAPH + form + PARAGRAPH)


if __name__ == "__main__":
    tap.run(__name__)
