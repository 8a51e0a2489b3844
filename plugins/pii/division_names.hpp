#pragma once

/// \file
/// Names with which addresses begin: provinces, and cities at prefecture level, without their
/// suffix. Source: the codes of administrative divisions that the Ministry of Civil Affairs and the
/// National Bureau of Statistics publish (34 and 333), compared name by name with a public copy of
/// the latter. A name that is out of date costs a place its prefix only.

#include <string_view>

namespace kouan::pii {

/// The first two characters of each.
inline constexpr std::string_view division_names =
    "北京天津上海重庆河北山西辽宁吉林黑龙江苏浙江安徽福建江西山东河南湖北湖南广东海南四川贵州"
    "云南陕西甘肃青海台湾内蒙广西西藏宁夏新疆香港澳门"
    "石家唐山秦皇邯郸邢台保定张家承德沧州廊坊衡水太原大同阳泉长治晋城朔州晋中运城忻州临汾吕梁"
    "呼和包头乌海赤峰通辽鄂尔呼伦巴彦乌兰兴安锡林阿拉沈阳大连鞍山抚顺本溪丹东锦州营口阜新辽阳"
    "盘锦铁岭朝阳葫芦长春四平辽源通化白山松原白城延边哈尔齐齐鸡西鹤岗双鸭大庆伊春佳木七台牡丹"
    "黑河绥化大兴南京无锡徐州常州苏州南通连云淮安盐城扬州镇江泰州宿迁杭州宁波温州嘉兴湖州绍兴"
    "金华衢州舟山台州丽水合肥芜湖蚌埠淮南马鞍淮北铜陵安庆黄山滁州阜阳宿州六安亳州池州宣城福州"
    "厦门莆田三明泉州漳州南平龙岩宁德南昌景德萍乡九江新余鹰潭赣州吉安宜春抚州上饶济南青岛淄博"
    "枣庄东营烟台潍坊济宁泰安威海日照临沂德州聊城滨州菏泽郑州开封洛阳平顶安阳鹤壁新乡焦作濮阳"
    "许昌漯河三门南阳商丘信阳周口驻马武汉黄石十堰宜昌襄阳鄂州荆门孝感荆州黄冈咸宁随州恩施长沙"
    "株洲湘潭衡阳邵阳岳阳常德益阳郴州永州怀化娄底湘西广州韶关深圳珠海汕头佛山江门湛江茂名肇庆"
    "惠州梅州汕尾河源阳江清远东莞中山潮州揭阳云浮南宁柳州桂林梧州北海防城钦州贵港玉林百色贺州"
    "河池来宾崇左海口三亚三沙儋州成都自贡攀枝泸州德阳绵阳广元遂宁内江乐山南充眉山宜宾广安达州"
    "雅安巴中资阳阿坝甘孜凉山贵阳六盘遵义安顺毕节铜仁黔西黔东黔南昆明曲靖玉溪保山昭通丽江普洱"
    "临沧楚雄红河文山西双大理德宏怒江迪庆拉萨日喀昌都林芝山南那曲阿里西安铜川宝鸡咸阳渭南延安"
    "汉中榆林安康商洛兰州嘉峪金昌白银天水武威张掖平凉酒泉庆阳定西陇南临夏甘南西宁海东海北黄南"
    "果洛玉树海西银川石嘴吴忠固原中卫乌鲁克拉吐鲁哈密昌吉博尔巴音阿克克孜喀什和田伊犁塔城阿勒";

}  // namespace kouan::pii
