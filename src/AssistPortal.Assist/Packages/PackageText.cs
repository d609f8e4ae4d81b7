using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>Name and description of a package in one language.</summary>
public sealed class PackageText : ILocalizedText
{
    public const int NameLength = 120;
    public const int DescriptionLength = 2000;

    private PackageText()
    {
    }

    internal PackageText(string language, LocalizedName named)
    {
        Language = language;
        Reword(named);
    }

    public int PackageId { get; private init; }

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
