using System.Text.RegularExpressions;

namespace AssistPortal.UnitTests.Architecture;

/// <summary>Nothing counts UTF-16 units of what people type.</summary>
public sealed partial class TypedTextTests
{
    // Addresses, keys and numbers: in ASCII.
    private static readonly string[] Plain =
    [
        "Staff/Audit/Audit.cshtml: Input.Actor",
        "Staff/Audit/Audit.cshtml: Input.SubjectId",
        "Staff/Trials/Shipments.cshtml: Input.Q",
    ];

    [Fact]
    public void No_form_stops_people_before_its_rule_does()
    {
        var found =
            from file in Repository.Sources(".cshtml")
            from element in Limited().Matches(file.Text)
            where !element.Groups["limit"].Value.StartsWith("@TypedText.Units(", StringComparison.Ordinal)
            let field = Field().Match(element.Value).Groups["name"].Value
            select $"{file.Path["src/AssistPortal.Web/Features/".Length..]}: {field}";

        Assert.Equal(Plain, found);
    }

    [Fact]
    public void Lengths_of_texts_are_asked_of_the_rules() => Assert.Empty(
        from file in Repository.Sources(".cs")
        from found in Counted().Matches(file.Text)
        select $"{file.Path}:{file.LineOf(found.Index)}: {found.Value}");

    [GeneratedRegex(
        "<[^<>]*?maxlength=\"(?<limit>[^\"]*)\"[^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Limited();

    [GeneratedRegex(" (?:for|name)=\"(?<name>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"Tolerant\.Text\([^()]*\)\.Length (?:is > 0 and )?(?:<|>=? ?[A-Z1-9])",
        RegexOptions.None,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Counted();
}
