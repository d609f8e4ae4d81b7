namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>Boxes of the services to be ticked.</summary>
/// <param name="Input">What is ticked.</param>
/// <param name="Licences">What there is to tick.</param>
public sealed record ServiceBoxes(MyUserInput Input, IReadOnlyList<LicenceChoice> Licences);
