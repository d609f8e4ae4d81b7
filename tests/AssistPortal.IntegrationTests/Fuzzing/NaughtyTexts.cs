namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>Texts that programs have got wrong, as values of fields, of routes and of queries.</summary>
internal static class NaughtyTexts
{
    /// <summary>Must never come back as it is.</summary>
    public const string Script = "\"'><script>alert(1)</script>";

    public static IReadOnlyList<string> Values { get; } =
    [
        "", " ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\r\n", "\n\n\n", "0", "-1", "-0", "00", "1", "1e9",
        "1,5", "1.000,00", "0x10", "NaN", "∞", "१२", "１２", "99999999999999999999", "2147483648", "-2147483649",
        "9223372036854775808", "1E400", ".5", "+1", "true", "false", "on", "null", "undefined", "None",
        "[object Object]", "[]", "{}", "yes", "no", "../../etc/passwd", "..%2f..%2f", "C:\\x", "/", "\\",
        "//evil.example", "javascript:alert(1)", "http://127.0.0.1/", "https://user:pass@evil.example/",
        "file:///etc/passwd", "https://[::1]:99999/", "https://", Script, "' OR 1=1 --",
        "'; DROP TABLE Orders; --", "%", "%_%", "[a]", "{0}", "{{7*7}}", "${7*7}", "%s%n", "$(id)", "=1+1", "@x",
        "+x", "-x", "a@b", "a@b@c", "@", "a@", "a..b@x.example", "\"a b\"@x.example", "王@王.example",
        "a@x.example\r\nBcc: b@x.example", "x\u001b[31m", "x\u0085y", "x\u2028y", "x\u202ey", "\ud83d", "\udc00x",
        "e\u0301", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום", "ﷺ", "İıſß", "ǅ", "\u0000", "a\u0000b", "2026-02-30",
        "2026-13-01", "0000-00-00", "9999-12-31", "-0001-01-01", "2026-12-01T00:00:00Z", "24:00", "23:59", "00:00",
        "9:7", "12:00:00.0000001", "25:61", "P1Y", "Europe/Nowhere", "UTC", "Etc/GMT+14", "../UTC",
        "America/New_York", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}",
        "not-a-guid", "zh-Hant", "en-XX", "xx", "C", "EUR", "usd", "¤", "00000-00000", "ZZZZZ-ZZZZZ",
        "IL0UO-00000", "2020-000001", "-", "—", ";", ",", ",,,", "a;b,c", "\"a\",\"b\"", "#", "?", "&", "&amp;",
        "&#0;", "&#x1F;", "a=b&c=d", "a".PadRight(61, 'a'), new('a', 129), new('王', 255), new('a', 4001),
        new('\n', 3000), string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 500)),
        string.Concat(Enumerable.Repeat("a\u0301", 2100)), new(' ', 5000),
    ];

    /// <summary>What a form's body or a query may hold beside pairs of names and values.</summary>
    public static IReadOnlyList<string> Brokenness { get; } =
    [
        "%", "%zz=1", "x=%E7%8E", "x=%ED%A0%80", "x=%C0%AF", "=", "==", "&&&", "x", "=x", "x=1&x=2&x=3", "x[=1",
        "x[]=1", "[0]=1", "x[0].y=1", "x.y.z=1", ".=1", "x%00=1", "x%0A=1", "x=%00", "\u00ff=\u00fe", "x;y=1",
        "x=1;y=2", "+=+", "%2B=%20", "__RequestVerificationToken=x", "_method=DELETE", "x=" + new string('%', 200),
        new string('&', 400),
    ];

    /// <summary>What becomes of a field's name.</summary>
    public static IReadOnlyList<string> Endings { get; } =
        ["", "[0]", "[-1]", "[99999]", "[x]", "[", ".x", "[0].x", "%"];
}
