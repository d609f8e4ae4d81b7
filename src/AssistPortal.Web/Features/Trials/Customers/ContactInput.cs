namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>What was spoken with a customer, as typed.</summary>
public sealed class ContactInput
{
    public const string List = "list";

    public string? Note { get; set; }

    /// <summary>Where it was typed, to go back there.</summary>
    public string? From { get; set; }

    internal bool IsFromList => From == List;
}
