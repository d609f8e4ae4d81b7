using System.Net;

namespace AssistPortal.Data.Outgoing;

/// <summary>Finds the addresses of a host name.</summary>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellationToken);
