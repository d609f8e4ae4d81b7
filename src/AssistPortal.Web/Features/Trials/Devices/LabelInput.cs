namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>A wish for a new return label, as typed.</summary>
public sealed class LabelInput
{
    public string? PostalAddress { get; set; }

    /// <summary>Ticked where the packaging is lost too.</summary>
    public string? WithPackaging { get; set; }
}
