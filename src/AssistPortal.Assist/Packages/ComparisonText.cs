using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>Name and description of a service of the comparison table in one language.</summary>
public sealed class ComparisonText : ILocalizedText
{
    public const int NameLength = 200;
    public const int DescriptionLength = 1000;

    private ComparisonText()
    {
    }

    internal ComparisonText(string language, LocalizedName named)
    {
        Language = language;
        Reword(named);
    }

    public int RowId { get; private init; }

    public string Language { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    internal void Reword(LocalizedName named)
    {
        Check(Language, named);
        (Name, Description) = (named.Name, named.Description);
    }

    internal static void Check(string language, LocalizedName named)
    {
        Guard.Filled(Lengths.Language, language);
        Guard.TypedFilled(NameLength, named.Name);
        Guard.Typed(DescriptionLength, named.Description);
    }
}
