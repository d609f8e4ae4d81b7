using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>Every mail about devices and requests to the help desk, for staff to look at.</summary>
internal static class DeviceSamples
{
    private const string HelpDesk = "helpdesk@portal.example";

    public static IServiceCollection AddDeviceSamples(this IServiceCollection services) => services
        .Add<ShippingNoticeMail>(
            ShippingNoticeMail.Cause, (mail, scene) => mail.For(scene.Shipment, scene.Trial, scene.Customer))
        .Add<DeliveredMail>(DeliveredMail.Cause, (mail, scene) => mail.For(scene.Shipment, scene.Trial, scene.Customer))
        .Add<ShipmentQuestionMail>(ShipmentQuestionMail.Cause, (mail, scene) =>
            mail.For(scene.Request(HelpDeskRequestKind.Shipment), HelpDesk))
        .AddLabel("label", HelpDeskRequestKind.Label)
        .AddLabel("question", HelpDeskRequestKind.Question)
        .Add<LabelSentMail>(LabelSentMail.Cause, (mail, scene) =>
            mail.For(scene.Request(HelpDeskRequestKind.Label), scene.Device))
        .Add<ReturnAnnouncedMail>(ReturnAnnouncedMail.CauseOf(ReturnReader.Asker), (mail, scene) =>
            mail.ForAsker(scene.Request(HelpDeskRequestKind.Return), scene.Trial, scene.Device, scene.Return))
        .Add<ReturnAnnouncedMail>(ReturnAnnouncedMail.CauseOf(ReturnReader.Desk), (mail, scene) =>
            mail.ForHelpDesk(
                scene.Request(HelpDeskRequestKind.Return), scene.Trial, scene.Device, scene.Return, HelpDesk))
        .Add<MoreDevicesMail>(MoreDevicesMail.Cause, (mail, scene) =>
            mail.For(scene.Request(HelpDeskRequestKind.MoreDevices), scene.Trial, scene.Partner))
        .Add<AnswerMail>(AnswerMail.Cause, (mail, scene) => mail.For(scene.Answered()))
        .Add<DeviceReminderMail>(DeviceReminderMail.Cause, (mail, scene) =>
            mail.For(scene.Trial, scene.Shipment.Devices, scene.Partner, scene.Now));

    private static IServiceCollection AddLabel(
        this IServiceCollection services, string variant, HelpDeskRequestKind kind) =>
        services.Add<LabelRequestedMail>($"{LabelRequestedMail.Cause}:{variant}", (mail, scene) =>
            mail.For(scene.Request(kind), scene.Trial, scene.Device, HelpDesk));

    private static IServiceCollection Add<TMail>(
        this IServiceCollection services, string key, Func<TMail, Scene, MailToWrite> compose)
        where TMail : notnull =>
        services.AddScoped<IMailSample>(provider => new TrialMailSample(
            key,
            language => compose(
                provider.GetRequiredService<TMail>(),
                new Scene(language, provider.GetRequiredService<IClock>().GetCurrentInstant()))));

    /// <summary>A made-up trial with a shipment of two devices.</summary>
    private sealed class Scene
    {
        private readonly string language;

        public Scene(string language, Instant now)
        {
            (this.language, Now) = (language, now);
            Trial = SampleTrials.Of(language, TrialNoticeKind.Expired, now);
            Shipment = new Shipment(
                Trial.Id, "D-4711-0815", Say("Swift Parcel", "迅捷貨運", "迅捷货运"), "+1 555 0123", "SP 7300 1234 55", now);
            Shipment.Add("Room Kit Mini", "FTT2044A01B", now);
            Shipment.Add("Board 55", "FTT2044C77D", now);
            Shipment.MoveTo(ShipmentState.Delivered, now);
            Return = new DeviceReturn(Device.Id, "RMA-7KD2M9QX", now);
        }

        public Instant Now { get; }

        public Trial Trial { get; }

        public Shipment Shipment { get; }

        public Device Device => Shipment.Devices[0];

        public DeviceReturn Return { get; }

        public TrialNoticeReader Customer => SampleTrials.Reader(language, TrialNoticeAudience.Customer);

        public TrialNoticeReader Partner => SampleTrials.Reader(language, TrialNoticeAudience.Partner);

        public HelpDeskRequest Request(HelpDeskRequestKind kind) =>
            new(kind, new HelpDeskAsker(Guid.Empty, Customer.Email, Customer.Name, language), SubjectOf(kind), Now);

        public HelpDeskRequest Answered()
        {
            var request = Request(HelpDeskRequestKind.Shipment);
            request.Close(Guid.Empty, Say(
                "It arrives tomorrow before noon.", "明天中午以前會送達。", "明天中午之前会送达。"), Now);
            return request;
        }

        private HelpDeskSubject SubjectOf(HelpDeskRequestKind kind) => kind switch
        {
            HelpDeskRequestKind.Shipment => new HelpDeskSubject(Trial.Id)
            {
                LoanNumber = Shipment.LoanNumber,
                Text = Say("It was to arrive on Monday.", "應該在星期一送達。", "应在星期一送达。"),
            },
            HelpDeskRequestKind.MoreDevices => new HelpDeskSubject(Trial.Id)
            {
                Text = Say("Two more Room Kits for our branch.", "分公司還需要兩台 Room Kit。", "分公司还需要两台 Room Kit。"),
            },
            HelpDeskRequestKind.Return => new HelpDeskSubject(Trial.Id, Device.Id),
            _ => new HelpDeskSubject(Trial.Id, Device.Id)
            {
                Text = LabelWish.LabelAndPackaging,
                PostalAddress = Say(
                    "Harbour Books\n12 Quay Street\nSpringfield", "港灣書店\n台北市碼頭路 12 號", "港湾书店\n上海市码头路 12 号"),
            },
        };

        private string Say(string english, string traditional, string simplified) => language switch
        {
            "zh-Hant" => traditional,
            "zh-Hans" => simplified,
            _ => english,
        };
    }
}
