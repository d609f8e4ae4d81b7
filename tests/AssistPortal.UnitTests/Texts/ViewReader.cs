using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

/// <summary>
/// Reads a view as Razor does and tells what stands in it literally: text between tags, and the values of attributes
/// that people read or hear. Code, expressions and comments are left out.
/// </summary>
internal sealed class ViewReader(SourceFile file)
{
    private static readonly string[] Read =
        ["alt", "title", "aria-label", "placeholder", "label", "hint", "aria-description", "data-label"];
    private static readonly string[] Blocks =
        ["if", "for", "foreach", "while", "switch", "using", "lock", "else", "do", "try", "catch", "finally"];
    private static readonly string[] Directives =
    [
        "model", "using", "inject", "addTagHelper", "removeTagHelper", "inherits", "layout", "namespace", "implements",
        "attribute",
    ];
    private static readonly string[] Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly string text = file.Text;
    private readonly List<(int At, string Text)> found = [];
    private int at;

    /// <summary>Each literal text that holds letters, with its line.</summary>
    public static IEnumerable<string> TextsOf(SourceFile file)
    {
        var reader = new ViewReader(file);
        reader.Markup(closingBrace: false);
        return reader.found.Where(item => HasLetters(item.Text))
            .Select(item => $"{file.Path}:{file.LineOf(item.At)}: {item.Text.Trim()}");
    }

    private static bool HasLetters(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"&#?\w+;", "", default, TimeSpan.FromMinutes(1))
            .Any(char.IsLetter);

    /// <summary>Markup up to the file's end, an end tag, or the brace that ends a section.</summary>
    private void Markup(bool closingBrace)
    {
        var start = at;
        while (at < text.Length)
        {
            if (text[at] is '@' or '<' || (closingBrace && text[at] == '}'))
            {
                found.Add((start, text[start..at]));
                if (text[at] == '}' || Here("</"))
                {
                    return;
                }

                _ = text[at] == '@' ? Transition() : Tag();
                start = at;
            }
            else
            {
                at++;
            }
        }

        found.Add((start, text[start..at]));
    }

    private bool Tag()
    {
        if (Here("<!--"))
        {
            SkipPast("-->");
            return true;
        }

        if (Here("<!") || !char.IsLetter(text[at + 1]))
        {
            SkipPast(">");
            return true;
        }

        at++;
        var name = Word("-:");
        var isEmpty = Attributes();
        if (isEmpty || Void.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        if (name is "script" or "style")
        {
            at = text.IndexOf($"</{name}", at, StringComparison.Ordinal);
        }
        else
        {
            Markup(closingBrace: false);
        }

        Assert.True(Here($"</{name}"), $"{file.Path}:{file.LineOf(Math.Min(at, text.Length))}: {name} is not closed");
        SkipPast(">");
        return true;
    }

    /// <summary>The attributes of a tag and its end; true where it closes itself.</summary>
    private bool Attributes()
    {
        var name = "";
        while (text[at] != '>')
        {
            if (Here("/>"))
            {
                at += 2;
                return true;
            }

            switch (text[at])
            {
                case '@':
                    Transition();
                    break;
                case '"' or '\'':
                    Value(name);
                    break;
                case var sign when char.IsLetter(sign):
                    name = Word("-:.");
                    break;
                default:
                    at++;
                    break;
            }
        }

        at++;
        return false;
    }

    private void Value(string name)
    {
        var quote = text[at++];
        var start = at;
        while (text[at] != quote)
        {
            if (text[at] == '@')
            {
                Keep();
                Transition();
                start = at;
            }
            else
            {
                at++;
            }
        }

        Keep();
        at++;

        void Keep()
        {
            if (Read.Contains(name, StringComparer.Ordinal))
            {
                found.Add((start, text[start..at]));
            }
        }
    }

    /// <summary>What an @ begins: comment, block, directive or expression.</summary>
    private bool Transition()
    {
        at++;
        switch (text[at])
        {
            case '@':
                at++;
                return true;
            case '*':
                SkipPast("*@");
                return true;
            case '{':
                Code();
                return true;
            case '(':
                Balanced();
                return true;
            case ':':
                Line();
                return true;
        }

        var word = Word("");
        if (Directives.Contains(word, StringComparer.Ordinal) && !(word == "using" && Here(" (")))
        {
            SkipPast("\n");
        }
        else if (word == "section")
        {
            SkipPast("{");
            Markup(closingBrace: true);
            at++;
        }
        else if (Blocks.Contains(word, StringComparer.Ordinal))
        {
            Block();
            while (Blocks.Skip(7).Contains(PeekWord(), StringComparer.Ordinal))
            {
                Spaces();
                Word("");
                Block();
            }
        }
        else
        {
            Expression(word);
        }

        return true;
    }

    /// <summary>One line of markup within code, whose tags need not be closed there.</summary>
    private void Line()
    {
        var start = ++at;
        while (text[at] != '\n')
        {
            if (text[at] is not ('@' or '<'))
            {
                at++;
                continue;
            }

            found.Add((start, text[start..at]));
            if (text[at] == '@')
            {
                Transition();
            }
            else if (Here("</"))
            {
                SkipPast(">");
            }
            else
            {
                at++;
                Word("-:");
                Attributes();
            }

            start = at;
        }

        found.Add((start, text[start..at]));
    }

    private void Expression(string word)
    {
        if (word == "await")
        {
            at++;
            Word("");
        }

        while (at < text.Length)
        {
            if (text[at] is '(' or '[')
            {
                Balanced();
            }
            else if ((text[at] == '.' || Here("?.") || Here("!."))
                && char.IsLetter(text[text[at] == '.' ? at + 1 : at + 2]))
            {
                at += text[at] == '.' ? 1 : 2;
                Word("");
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The head and body of if, foreach and the like; "else if" included.</summary>
    private void Block()
    {
        while (text[at] != '{')
        {
            if (text[at] == '(')
            {
                Balanced();
            }
            else
            {
                at++;
            }
        }

        Code();
    }

    /// <summary>Statements in braces, with markup where a statement may begin.</summary>
    private void Code()
    {
        at++;
        for (Spaces(); text[at] != '}'; Spaces())
        {
            if (text[at] == '<' && char.IsLetter(text[at + 1]))
            {
                Tag();
            }
            else if (text[at] == '@')
            {
                Transition();
            }
            else if (text[at] == '{')
            {
                Code();
            }
            else
            {
                Statement();
            }
        }

        at++;
    }

    private void Statement()
    {
        var word = PeekWord();
        if (word == "void" || (Blocks.Contains(word, StringComparer.Ordinal) && word != "using"))
        {
            // A local function that writes markup is read as a block.
            Word("");
            Block();
            return;
        }

        var isLabel = word is "case" or "default";
        while (text[at] != ';' && !(isLabel && text[at] == ':'))
        {
            if (text[at] is '(' or '[' or '{')
            {
                Balanced();
            }
            else if (text[at] == '"')
            {
                Quoted();
            }
            else
            {
                at++;
            }
        }

        at++;
    }

    private void Balanced()
    {
        for (var depth = 0; ; at++)
        {
            if (text[at] == '"')
            {
                Quoted();
                at--;
                continue;
            }

            depth += text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                at++;
                return;
            }
        }
    }

    private void Quoted()
    {
        for (at++; text[at] != '"'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        at++;
    }

    private bool Here(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    private void SkipPast(string end)
    {
        var next = text.IndexOf(end, at, StringComparison.Ordinal);
        at = next < 0 ? text.Length : next + end.Length;
    }

    private void Spaces()
    {
        while (char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private string PeekWord()
    {
        var from = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var word = Word("");
        at = from;
        return word;
    }

    private string Word(string alsoAllowed)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at])
            || text[at] == '_'
            || alsoAllowed.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return text[start..at];
    }
}
