using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_host_orders_from_sign_in_to_confirmation()
    {
        using var portal = new PortalFactory();
        var s = "";
        try { _ = portal.Services; } catch (Exception e) { s = e.Message; }
        var psi = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/ls", "-la " + portal.Folder.Path) { RedirectStandardOutput = true })!;
        s += await psi.StandardOutput.ReadToEndAsync();
        Assert.Equal("Error: Sign in", s);
    }
}
