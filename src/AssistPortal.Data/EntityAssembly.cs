using System.Reflection;

namespace AssistPortal.Data;

/// <summary>An assembly whose entity configurations belong to the portal's model.</summary>
public sealed record EntityAssembly(Assembly Assembly);
