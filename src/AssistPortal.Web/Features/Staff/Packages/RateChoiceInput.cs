namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The currency in which a package is to be priced.</summary>
public sealed class RateChoiceInput
{
    public string? Currency { get; set; }
}
