namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A row of the form.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Model">The model as typed.</param>
/// <param name="SerialNumber">The serial number as typed.</param>
public sealed record DeviceRow(int Number, string Model, string SerialNumber);
