namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>Which further devices are wanted, as typed.</summary>
public sealed class MoreDevicesInput
{
    public string? Text { get; set; }
}
